variable "owner" {
  type = string
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
  tags = { Owner = var.owner }
}
