variable "names" { type = set(string) }
variable "size" { type = string }
resource "aws_sns_topic" "this" {
  count = var.size
  name  = "${join("-", var.names)}-${count.index}"
}
output "joined" { value = join("/", aws_sns_topic.this[*].name) }
