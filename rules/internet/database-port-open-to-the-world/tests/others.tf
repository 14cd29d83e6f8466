# ruleid: database-port-open-to-the-world
resource "azurerm_network_security_rule" "open" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefix      = "Internet"
  destination_port_range     = "5432"
  destination_address_prefix = "*"
}

# ok: database-port-open-to-the-world
resource "azurerm_network_security_rule" "deny" {
  direction              = "Inbound"
  access                 = "Deny"
  protocol               = "*"
  source_address_prefix  = "*"
  destination_port_range = "*"
}

# ruleid: database-port-open-to-the-world
resource "azurerm_network_security_group" "open" {
  name = "open"
  security_rule {
    name                    = "range"
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "*"
    destination_port_ranges = ["80", "5428-5437"]
  }
}

# ruleid: database-port-open-to-the-world
resource "google_compute_firewall" "open" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}

# ok: database-port-open-to-the-world
resource "google_compute_firewall" "broker" {
  network       = "default"
  source_ranges = ["35.235.240.0/20"]
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}
