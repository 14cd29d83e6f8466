resource "azurerm_linux_virtual_machine" "app" {
  name = "app"
  tags = {
    environment = "development"
  }
}
