provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = {
      Project     = "bookings"
      Environment = "prod"
      managed-by  = "bookings crew"
    }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
