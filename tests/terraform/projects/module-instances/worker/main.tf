variable "index" { type = number }
variable "buckets" {
  type    = list(string)
  default = []
}
resource "aws_sqs_queue" "work" {
  name                      = format("work-%03d", var.index)
  message_retention_seconds = 60 + 60 * var.index
  tags                      = { for position, bucket in var.buckets : "bucket${position}" => bucket }
}
output "name" { value = aws_sqs_queue.work.name }
