resource "azurerm_linux_web_app" "portal" {
  name = "portal"
}

resource "azurerm_postgresql_flexible_server" "records" {
  name = "records"
}
