resource "aws_dynamodb_table" "records" {
  name     = "records"
  hash_key = "id"
}

resource "aws_s3_bucket" "files" {
  bucket = "files"
}
