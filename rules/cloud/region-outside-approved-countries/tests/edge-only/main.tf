provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudfront_distribution" "records" {
  enabled = true
}

resource "aws_acm_certificate" "records" {
  domain_name       = "records.example.nhs.uk"
  validation_method = "DNS"
}
