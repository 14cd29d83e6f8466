provider "aws" {
  region = "us-east-1"
}

# Confidential may be a price list.
resource "aws_s3_bucket" "tenders" {
  bucket = "tenders"
  tags   = { DataClassification = "confidential" }
}
