variable "settings" {
  type = object({
    name    = string
    storage = optional(object({ class = optional(string, "gp3"), iops = optional(number), size = optional(number, 20) }), {})
    subnets = optional(map(list(string)), { a = ["10.0.1.0/24", "10.0.2.0/24"] })
    tags    = optional(map(string))
  })
  default = { name = "main" }
}
module "outer" {
  source   = "./outer"
  settings = var.settings
}
resource "aws_ssm_parameter" "bucket" {
  name  = "/${module.outer.bucket.bucket}"
  type  = "String"
  value = module.outer.bucket.tags.Name
}
resource "aws_volume_attachment" "all" {
  for_each    = module.outer.volumes
  device_name = "/dev/sd${substr("fghij", index(keys(module.outer.volumes), each.key), 1)}"
  volume_id   = each.value.id
  instance_id = "i-0a1b2c3d4e5f60718"
}
output "volumes" { value = { for key, volume in module.outer.volumes : key => volume.size } }
