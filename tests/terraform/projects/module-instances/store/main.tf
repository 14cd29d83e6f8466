variable "name" { type = string }
variable "days" { type = number }
variable "replicas" {
  type    = number
  default = 0
}

resource "aws_s3_bucket" "this" {
  bucket = "store-${var.name}"
}

resource "aws_s3_bucket" "replica" {
  count  = var.replicas
  bucket = "${aws_s3_bucket.this.bucket}-${count.index + 1}"
}

output "name" { value = var.name }
output "bucket" { value = aws_s3_bucket.this.bucket }
output "days" { value = var.days }
output "replicated" { value = var.replicas > 0 }
output "replicas" { value = aws_s3_bucket.replica[*].bucket }
