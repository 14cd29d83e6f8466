# review: firewall-open-to-a-whole-network
resource "azurerm_network_security_rule" "a_all" {
  name = "a_all"
  direction = "Inbound"
  access = "Allow"
  source_address_prefix = "10.0.0.0/8"
  destination_port_range = "*"
}

# review: firewall-open-to-a-whole-network
resource "azurerm_network_security_rule" "a_range" {
  name = "a_range"
  direction = "Inbound"
  access = "Allow"
  source_address_prefix = "10.0.0.0/8"
  destination_port_range = "0-65535"
}

# ok: firewall-open-to-a-whole-network
resource "azurerm_network_security_rule" "a_port" {
  name = "a_port"
  direction = "Inbound"
  access = "Allow"
  source_address_prefix = "10.0.0.0/8"
  destination_port_range = "443"
}

resource "azurerm_network_security_rule" "a_out" {
  name = "a_out"
  direction = "Outbound"
  access = "Allow"
  source_address_prefix = "10.0.0.0/8"
  destination_port_range = "*"
}

resource "azurerm_network_security_rule" "a_deny" {
  name = "a_deny"
  direction = "Inbound"
  access = "Deny"
  source_address_prefix = "10.0.0.0/8"
  destination_port_range = "*"
}

# review: firewall-open-to-a-whole-network
resource "azurerm_network_security_group" "n_all" {
  name = "n_all"

  security_rule {
    name = "r"
    direction = "Inbound"
    access = "Allow"
    source_address_prefix = "VirtualNetwork"
    destination_port_range = "443"
  }

  security_rule {
    name = "r"
    direction = "Inbound"
    access = "Allow"
    source_address_prefix = "VirtualNetwork"
    destination_port_range = "*"
  }

}

# ok: firewall-open-to-a-whole-network
resource "azurerm_network_security_group" "n_deny" {
  name = "n_deny"

  security_rule {
    name = "r"
    direction = "Inbound"
    access = "Deny"
    source_address_prefix = "VirtualNetwork"
    destination_port_range = "*"
  }

  security_rule {
    name = "r"
    direction = "Outbound"
    access = "Allow"
    source_address_prefix = "VirtualNetwork"
    destination_port_range = "*"
  }

  security_rule {
    name = "r"
    direction = "Inbound"
    access = "Allow"
    source_address_prefix = "VirtualNetwork"
    destination_port_range = "443"
  }

}

resource "azurerm_network_security_group" "n_none" {
  name = "n_none"

}

# review: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_all" {
  name = "g_all"
  network = "records"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "all"
  }
}

# review: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_tcp" {
  name = "g_tcp"
  network = "records"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "tcp"
  }
}

# review: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_range" {
  name = "g_range"
  network = "records"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "tcp"
    ports = ["443", "0-65535"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_port" {
  name = "g_port"
  network = "records"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "tcp"
    ports = ["443"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_ping" {
  name = "g_ping"
  network = "records"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "icmp"
  }
}

# ok: firewall-open-to-a-whole-network
resource "google_compute_firewall" "g_tags" {
  name = "g_tags"
  network = "records"
  source_tags = ["api"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "g_out" {
  name = "g_out"
  network = "records"
  direction = "EGRESS"

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "g_deny" {
  name = "g_deny"
  network = "records"
  source_ranges = ["0.0.0.0/0"]

  deny {
    protocol = "all"
  }
}
