provider "aws" {
  region = "us-east-1"
}
resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
  tags     = { DataClassification = "patient-identifiable" }
}
resource "azurerm_storage_account" "letters" {
  name     = "letters"
  location = "East US"
  tags     = { data_classification = "personal" }
}
resource "aws_dynamodb_table" "wards" {
  name     = "wards"
  hash_key = "id"
  tags     = { DataClassification = "public" }
}
