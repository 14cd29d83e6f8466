resource "aws_dynamodb_table" "sessions" {
  name = "portal-sessions"
}
