resource "azurerm_linux_function_app" "beds" {
  name = "beds"
}
