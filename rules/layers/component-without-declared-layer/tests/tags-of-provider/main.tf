provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = { "nhs.uk/layer" = "data" }
  }
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
}
