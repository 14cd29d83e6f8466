resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
}
