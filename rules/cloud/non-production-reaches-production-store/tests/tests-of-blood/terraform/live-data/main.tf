resource "aws_s3_bucket" "records" {
  bucket = "trust-records"
  tags   = { Environment = "production" }
}
