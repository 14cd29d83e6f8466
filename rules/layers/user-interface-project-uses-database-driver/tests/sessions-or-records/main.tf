resource "aws_dynamodb_table" "sessions" {
  name = "portal-sessions"
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
}
