resource "aws_dynamodb_table" "records" {
  name = "records"
}
