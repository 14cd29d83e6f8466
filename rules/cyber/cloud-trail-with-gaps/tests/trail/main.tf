variable "name" {}

# ok: cloud-trail-with-gaps
resource "aws_cloudtrail" "this" {
  name                       = var.name
  s3_bucket_name             = "trail"
  is_multi_region_trail      = true
  enable_log_file_validation = true
}
