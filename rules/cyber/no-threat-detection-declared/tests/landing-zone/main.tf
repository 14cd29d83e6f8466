resource "azurerm_management_group" "trust" {
  display_name = "trust"
}

resource "azurerm_storage_account" "records" {
  name = "records"
}
