resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
  tags = { "nhs.uk/layer" = "data" }
}
