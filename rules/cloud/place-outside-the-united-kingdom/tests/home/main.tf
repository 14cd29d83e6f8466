provider "aws" {
  region = "eu-west-2"
}

resource "azurerm_storage_account" "letters" {
  location = "uksouth"
}
