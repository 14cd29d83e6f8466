variable "zone" {}
variable "cidrs" { type = list(string) }
variable "storage" {
  type = object({ class = string, size = number, iops = number })
}
resource "aws_ebs_volume" "this" {
  count             = length(var.cidrs)
  availability_zone = "eu-west-2${var.zone}"
  size              = var.storage.size
  type              = var.storage.class
  iops              = var.storage.iops
  encrypted         = true
  tags              = { Block = var.cidrs[count.index], First = cidrhost(var.cidrs[count.index], 1) }
}
output "volumes" {
  value = { for index, volume in aws_ebs_volume.this : "${var.zone}${index}" => volume }
}
