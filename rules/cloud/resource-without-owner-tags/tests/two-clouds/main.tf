provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = {
      Owner = "bookings-team"
      Service = "bookings"
      Environment = "prod"
    }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

provider "google" {
  project = "bookings"
}

resource "google_storage_bucket" "b" {
  name     = "b"
  location = "europe-west2"
}
