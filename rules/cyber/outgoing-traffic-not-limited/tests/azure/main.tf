resource "azurerm_network_security_rule" "a" {
  direction                  = "Outbound"
  access                     = "Allow"
  destination_port_range     = "*"
  destination_address_prefix = "Internet"
}
