terraform {
  backend "azurerm" {
    key = "records.tfstate"
  }
}
