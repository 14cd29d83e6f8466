resource "aws_dynamodb_table" "records" {
  name = "records"
}

resource "aws_guardduty_detector" "account" {}
