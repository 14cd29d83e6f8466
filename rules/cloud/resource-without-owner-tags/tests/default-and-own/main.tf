provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = {
      Team        = "bookings"
      Environment = "prod"
    }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
  tags = {
    Service = "bookings"
  }
}
