resource "azurerm_linux_web_app" "this" {
  public_network_access_enabled = false
}
