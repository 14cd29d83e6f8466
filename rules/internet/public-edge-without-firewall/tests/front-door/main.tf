resource "azurerm_cdn_frontdoor_endpoint" "web" {
  name = "web"
}

resource "azurerm_cdn_frontdoor_security_policy" "web" {
  name = "web"
}

resource "azurerm_application_gateway" "bare" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
}

resource "aws_lb" "bare" {
  internal = false
}
