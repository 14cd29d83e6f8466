resource "azurerm_api_management" "trust" {
  name                = "trust"
  location            = "uksouth"
  resource_group_name = "r"
  publisher_name      = "t"
  publisher_email     = "t@example.org"
  sku_name            = "Standard_1"
}
