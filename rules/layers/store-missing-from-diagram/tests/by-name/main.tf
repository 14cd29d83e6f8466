resource "aws_dynamodb_table" "ward-beds" {
  name     = "ward-beds"
  hash_key = "id"
}
