resource "azurerm_api_management" "this" {
  virtual_network_type = "Internal"
}
