resource "azurerm_network_security_group" "in_from_anywhere" {
  security_rule {
    name                       = "in"
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    destination_port_range     = "*"
    destination_address_prefix = "*"
  }
  security_rule {
    name                       = "nothing-out"
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    destination_port_range     = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_group" "only_in" {
  security_rule {
    name                       = "in"
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    destination_port_range     = "*"
    destination_address_prefix = "*"
  }
}
