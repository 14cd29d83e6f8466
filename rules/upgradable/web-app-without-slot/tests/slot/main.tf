resource "azurerm_linux_web_app" "wards" {
  name = "wards"
}
resource "azurerm_linux_web_app_slot" "next" {
  name           = "next"
  app_service_id = azurerm_linux_web_app.wards.id
}
