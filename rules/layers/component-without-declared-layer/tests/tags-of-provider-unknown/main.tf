variable "tags" {
  type = map(string)
}

provider "aws" {
  region = "eu-west-2"
  default_tags {
    tags = var.tags
  }
}

resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
}
