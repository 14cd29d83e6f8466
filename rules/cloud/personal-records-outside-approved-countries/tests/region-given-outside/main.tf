terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

provider "aws" {}

resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
  tags     = { DataClassification = "patient-identifiable" }
}

resource "aws_dynamodb_table" "wards" {
  name     = "wards"
  hash_key = "id"
  tags     = { DataClassification = "public" }
}
