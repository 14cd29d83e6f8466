variable "protected" {
  type    = bool
  default = false
}

resource "aws_dynamodb_table" "referrals" {
  name                        = "referrals"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = var.protected

  attribute {
    name = "id"
    type = "S"
  }
}
