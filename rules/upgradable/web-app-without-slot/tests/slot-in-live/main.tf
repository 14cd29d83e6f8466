resource "azurerm_linux_web_app" "wards" {
  name = "wards"
}
