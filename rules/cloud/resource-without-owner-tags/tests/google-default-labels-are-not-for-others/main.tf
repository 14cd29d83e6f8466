provider "google" {
  project = "bookings"
  default_labels = {
    owner = "bookings"
    service = "bookings"
    environment = "prod"
  }
}

resource "google_storage_bucket" "b" {
  name     = "b"
  location = "europe-west2"
}

provider "aws" {
  region = "eu-west-2"
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
