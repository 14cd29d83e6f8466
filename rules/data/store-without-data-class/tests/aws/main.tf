resource "aws_dynamodb_table" "beds" {
  name     = "beds"
  hash_key = "id"
  tags     = { DataClassification = "personal" }
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
  tags   = { Service = "letters" }
}

resource "aws_s3_bucket" "bare" {
  bucket = "bare"
}

resource "aws_db_instance" "given" {
  identifier = "g"
  tags       = var.tags
}

variable "tags" { type = map(string) }

resource "aws_s3_bucket" "terraform_state" {
  bucket = "beds-state"
}
