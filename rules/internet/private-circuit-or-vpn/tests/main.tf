# review: private-circuit-or-vpn
resource "aws_ec2_client_vpn_endpoint" "staff" {
  client_cidr_block = "10.20.0.0/22"
}

# review: private-circuit-or-vpn
resource "azurerm_express_route_circuit" "hscn" {
  name = "hscn"
}

# ok: private-circuit-or-vpn
resource "aws_cloudfront_distribution" "web" {
  enabled = true
}
