resource "aws_dynamodb_table" "wards" {
  name         = "wards"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "NHS_NUMBER"
  attribute {
    name = "NHS_NUMBER"
    type = "S"
  }
}
