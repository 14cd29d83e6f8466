resource "azurerm_communication_service" "texts" {
  name          = "texts"
  data_location = "UK"
}
