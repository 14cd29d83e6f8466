resource "aws_dynamodb_table" "letters" {
  name         = "letters"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
