provider "aws" {
  region = "eu-west-2"
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
  tags = {
    Owner = "bookings-team"
    Service = "bookings"
    Environment = "prod"
  }
}
