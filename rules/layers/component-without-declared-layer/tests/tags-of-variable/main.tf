variable "tags" {
  type = map(string)
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
  tags = merge(var.tags, { Name = "referrals" })
}
