resource "azurerm_windows_web_app" "wards" {
  name = "wards"
}
resource "azurerm_windows_web_app" "letters" {
  name = "letters"
}
resource "azurerm_windows_web_app_slot" "letters" {
  name           = "next"
  app_service_id = azurerm_windows_web_app.letters.id
}
