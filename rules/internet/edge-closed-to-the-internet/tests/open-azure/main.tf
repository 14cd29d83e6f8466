resource "azurerm_linux_web_app" "web" {
  name = "web"
}

resource "azurerm_windows_web_app" "web" {
  public_network_access_enabled = true
}

resource "azurerm_api_management" "api" {
  virtual_network_type = "External"
}

resource "azurerm_container_app" "web" {
  ingress {
    external_enabled = true
    target_port      = 8080
  }
}
