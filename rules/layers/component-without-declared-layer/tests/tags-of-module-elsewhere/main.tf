module "tags" {
  source  = "cloudposse/label/null"
  version = "0.25.0"
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
  tags = module.tags.tags
}
