resource "azurerm_storage_account" "letters" {
  location = "West Europe"
}
