provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudfront_distribution" "records" {
  enabled = true
}

resource "aws_dynamodb_table" "records" {
  name     = "records"
  hash_key = "id"
}
