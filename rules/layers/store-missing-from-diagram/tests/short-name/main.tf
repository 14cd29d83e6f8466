resource "aws_dynamodb_table" "rab" {
  name     = "rab"
  hash_key = "id"
}
