resource "azurerm_storage_account" "r" {
  name     = "r"
  location = "UK South"
  tags     = { data_classification = "personal" }
}
