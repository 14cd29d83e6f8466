provider "aws" {
  region = "us-west-2"
}

resource "azurerm_key_vault" "k" {
  location = "UK West"
}
