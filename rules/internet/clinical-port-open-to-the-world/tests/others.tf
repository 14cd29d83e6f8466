# ruleid: clinical-port-open-to-the-world
resource "azurerm_network_security_rule" "open" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefix      = "Internet"
  destination_port_range     = "2575"
  destination_address_prefix = "*"
}

# ok: clinical-port-open-to-the-world
resource "azurerm_network_security_rule" "everything" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "*"
  source_address_prefixes    = ["0.0.0.0/0"]
  destination_port_range     = "*"
  destination_address_prefix = "*"
}

# ok: clinical-port-open-to-the-world
resource "azurerm_network_security_rule" "deny" {
  direction              = "Inbound"
  access                 = "Deny"
  protocol               = "*"
  source_address_prefix  = "*"
  destination_port_range = "2575"
}

# ok: clinical-port-open-to-the-world
resource "azurerm_network_security_rule" "from_balancer" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  source_address_prefix  = "AzureLoadBalancer"
  destination_port_range = 2575
}

# ruleid: clinical-port-open-to-the-world
resource "azurerm_network_security_group" "open" {
  name = "open"
  security_rule {
    name                    = "range"
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "*"
    destination_port_ranges = ["80", "2571-2580"]
  }
}

# ok: clinical-port-open-to-the-world
resource "azurerm_network_security_group" "outward" {
  name = "outward"
  security_rule {
    name                   = "replies"
    direction              = "Outbound"
    access                 = "Allow"
    protocol               = "Tcp"
    source_address_prefix  = "*"
    destination_port_range = "2575"
  }
  security_rule {
    name                   = "refused"
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "Tcp"
    source_address_prefix  = "*"
    destination_port_range = "2575"
  }
}

# ruleid: clinical-port-open-to-the-world
resource "google_compute_firewall" "open" {
  network       = "default"
  source_ranges = ["10.0.0.0/8", "0.0.0.0/0"]
  allow {
    protocol = "icmp"
  }
  allow {
    protocol = "tcp"
    ports    = ["443", "2575"]
  }
}

# ok: clinical-port-open-to-the-world
resource "google_compute_firewall" "all_of_tcp" {
  network       = "default"
  direction     = "INGRESS"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
  }
}

# ok: clinical-port-open-to-the-world
resource "google_compute_firewall" "broker" {
  network       = "default"
  source_ranges = ["35.235.240.0/20"]
  allow {
    protocol = "tcp"
    ports    = ["2575"]
  }
}

# ok: clinical-port-open-to-the-world
resource "google_compute_firewall" "out" {
  network            = "default"
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["2575"]
  }
}

# ok: clinical-port-open-to-the-world
resource "azurerm_network_security_rule" "own_subnet" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  source_address_prefix  = data.azurerm_subnet.web.address_prefix
  destination_port_range = "2575"
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

# Switched off.
# ok: clinical-port-open-to-the-world
resource "google_compute_firewall" "switched_off" {
  network       = "default"
  disabled      = true
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["2575"]
  }
}

# DICOM over TLS.
# ok: clinical-port-open-to-the-world
resource "google_compute_firewall" "images" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["2762"]
  }
}
