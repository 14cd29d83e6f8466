resource "aws_dynamodb_table" "wards" {
  name = "wards"
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
}
