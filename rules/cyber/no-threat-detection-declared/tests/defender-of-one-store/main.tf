resource "azurerm_storage_account" "records" {
  name = "records"
}

resource "azurerm_security_center_storage_defender" "records" {
  storage_account_id = azurerm_storage_account.records.id
}
