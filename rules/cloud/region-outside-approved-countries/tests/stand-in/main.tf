provider "aws" {
  region     = "us-east-1"
  access_key = "any"
  secret_key = "any"
  endpoints {
    dynamodb = "http://localhost:4566"
    s3       = "http://localhost:4566"
  }
}

resource "aws_dynamodb_table" "letters" {
  name     = "letters"
  hash_key = "id"
}
