resource "azurerm_cdn_frontdoor_endpoint" "main" {
  name = "records"
}

resource "azurerm_linux_web_app" "web" {
  name                          = "web"
  public_network_access_enabled = false
}
