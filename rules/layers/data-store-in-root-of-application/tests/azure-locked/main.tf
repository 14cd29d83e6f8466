resource "azurerm_linux_web_app" "portal" {
  name = "portal"
}

resource "azurerm_postgresql_server" "records" {
  name = "records"
}

resource "azurerm_management_lock" "records" {
  name       = "records"
  scope      = "records"
  lock_level = "CanNotDelete"
}
