# review: private-circuit-or-vpn
resource "aws_vpn_gateway" "hscn" {
  vpc_id = "vpc-1"
}

# review: private-circuit-or-vpn
resource "google_compute_vpn_tunnel" "trust" {
  name = "trust"
}

# review: private-circuit-or-vpn
resource "azurerm_virtual_network_gateway" "staff" {
  type = "Vpn"
}

# ok: private-circuit-or-vpn
resource "azurerm_static_web_app" "web" {
  name = "web"
}

# ok: private-circuit-or-vpn
resource "google_api_gateway_gateway" "api" {
  api_config = "records"
}
