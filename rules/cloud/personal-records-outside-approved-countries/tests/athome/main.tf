provider "aws" {
  region = "eu-west-2"
}
provider "aws" {
  alias  = "global"
  region = "us-east-1"
}
resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
  tags     = { DataClassification = "patient-identifiable" }
}
resource "aws_s3_bucket" "edge" {
  provider = aws.global
  bucket   = "edge"
  tags     = { DataClassification = "non-personal" }
}
