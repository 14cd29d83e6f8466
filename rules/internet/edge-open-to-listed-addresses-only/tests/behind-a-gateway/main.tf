resource "azurerm_application_gateway" "entry" {
  name = "entry"
}

resource "azurerm_linux_web_app" "ward" {
  site_config {
    ip_restriction_default_action = "Deny"
    ip_restriction {
      name       = "gateway"
      ip_address = "51.140.7.9/32"
    }
  }
}
