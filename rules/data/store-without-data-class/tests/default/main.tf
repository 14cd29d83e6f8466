provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = { Classification = "personal" }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

