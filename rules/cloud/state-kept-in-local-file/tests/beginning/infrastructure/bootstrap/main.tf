terraform {
  backend "local" {
    path = "bootstrap.tfstate"
  }
}

resource "aws_s3_bucket" "state" {
  bucket = "trust-state"
}
