# ruleid: administration-port-open-to-the-world
resource "azurerm_network_security_rule" "open" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefix      = "Internet"
  destination_port_range     = "3389"
  destination_address_prefix = "*"
}

# ruleid: administration-port-open-to-the-world
resource "azurerm_network_security_rule" "everything" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "*"
  source_address_prefixes    = ["0.0.0.0/0"]
  destination_port_range     = "*"
  destination_address_prefix = "*"
}

# ok: administration-port-open-to-the-world
resource "azurerm_network_security_rule" "deny" {
  direction              = "Inbound"
  access                 = "Deny"
  protocol               = "*"
  source_address_prefix  = "*"
  destination_port_range = "3389"
}

# ok: administration-port-open-to-the-world
resource "azurerm_network_security_rule" "from_balancer" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  source_address_prefix  = "AzureLoadBalancer"
  destination_port_range = 3389
}

# ruleid: administration-port-open-to-the-world
resource "azurerm_network_security_group" "open" {
  name = "open"
  security_rule {
    name                    = "range"
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "*"
    destination_port_ranges = ["80", "3385-3394"]
  }
}

# ok: administration-port-open-to-the-world
resource "azurerm_network_security_group" "outward" {
  name = "outward"
  security_rule {
    name                   = "replies"
    direction              = "Outbound"
    access                 = "Allow"
    protocol               = "Tcp"
    source_address_prefix  = "*"
    destination_port_range = "3389"
  }
  security_rule {
    name                   = "refused"
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "Tcp"
    source_address_prefix  = "*"
    destination_port_range = "3389"
  }
}

# ruleid: administration-port-open-to-the-world
resource "google_compute_firewall" "open" {
  network       = "default"
  source_ranges = ["10.0.0.0/8", "0.0.0.0/0"]
  allow {
    protocol = "icmp"
  }
  allow {
    protocol = "tcp"
    ports    = ["443", "3389"]
  }
}

# ruleid: administration-port-open-to-the-world
resource "google_compute_firewall" "all_of_tcp" {
  network       = "default"
  direction     = "INGRESS"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
  }
}

# ok: administration-port-open-to-the-world
resource "google_compute_firewall" "broker" {
  network       = "default"
  source_ranges = ["35.235.240.0/20"]
  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

# ok: administration-port-open-to-the-world
resource "google_compute_firewall" "out" {
  network            = "default"
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

# ok: administration-port-open-to-the-world
resource "azurerm_network_security_rule" "own_subnet" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  source_address_prefix  = data.azurerm_subnet.web.address_prefix
  destination_port_range = "3389"
}

data "azurerm_subnet" "web" {
  name = "web"
}

# It closes what no other rule opens.
resource "google_compute_firewall" "closed" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  deny {
    protocol = "all"
  }
}
