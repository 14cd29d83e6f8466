resource "aws_dynamodb_table" "bookings" {
  name     = "bookings"
  hash_key = "id"
}
