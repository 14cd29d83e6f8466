resource "azurerm_storage_account" "terraform_state" {
  name                     = "trustterraformstate"
  location                 = "uksouth"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
