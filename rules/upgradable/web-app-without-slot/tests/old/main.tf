resource "azurerm_app_service" "wards" {
  name = "wards"
}
