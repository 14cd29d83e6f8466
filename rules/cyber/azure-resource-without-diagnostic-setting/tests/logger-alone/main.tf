resource "azurerm_api_management" "wards" {
  name = "wards"
}

resource "azurerm_api_management_logger" "wards" {
  name                = "wards"
  api_management_name = azurerm_api_management.wards.name
}
