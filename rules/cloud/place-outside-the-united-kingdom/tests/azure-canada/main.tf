resource "azurerm_storage_account" "letters" {
  location = "canadacentral"
}
