resource "azurerm_app_service" "wards" {
  name = "wards"
}
resource "azurerm_app_service_slot" "next" {
  name             = "next"
  app_service_name = azurerm_app_service.wards.name
}
