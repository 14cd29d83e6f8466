provider "aws" {
  region            = "us-east-1"
  s3_use_path_style = true
  endpoints {
    s3 = "https://storage.example.org"
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
