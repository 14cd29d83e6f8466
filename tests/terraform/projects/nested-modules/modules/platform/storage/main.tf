variable "name" {}
variable "key" {}
variable "rules" { type = map(number) }
variable "versioning" { default = true }

resource "aws_s3_bucket" "this" {
  bucket = "${var.name}-data"
  tags   = jsondecode(file("${path.module}/tags.json"))
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.bucket
  rule {
    bucket_key_enabled = var.key.algorithm == "aws:kms"
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.key.algorithm
      kms_master_key_id = var.key.key_id
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = var.versioning ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.bucket
  dynamic "rule" {
    for_each = var.rules
    content {
      id     = rule.key
      status = "Enabled"
      filter {
        prefix = "${rule.key}/"
      }
      expiration {
        days = rule.value
      }
    }
  }
}

output "bucket" { value = aws_s3_bucket.this.bucket }
output "rule_names" { value = keys(var.rules) }
output "path" { value = path.module }
output "root" { value = path.root }
