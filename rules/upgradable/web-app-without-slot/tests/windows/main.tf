resource "azurerm_windows_web_app" "wards" {
  name = "wards"
}
resource "azurerm_linux_function_app_slot" "next" {
  name = "next"
}
