resource "aws_vpc_security_group_ingress_rule" "appliance" {
  cidr_ipv4   = "0.0.0.0/0"
  ip_protocol = "-1"
}

resource "aws_security_group_rule" "tcp" {
  type        = "ingress"
  from_port   = 0
  to_port     = 65535
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

resource "azurerm_network_security_rule" "everything" {
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "*"
  source_address_prefix      = "*"
  destination_port_range     = "*"
  destination_address_prefix = "*"
}

resource "google_compute_firewall" "appliance" {
  network       = "management"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "database" {
  network       = "records"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["1-65535", "5432"]
  }
}

# Ephemeral ports.
resource "aws_security_group_rule" "replies" {
  type        = "ingress"
  from_port   = 32768
  to_port     = 61000
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# Agents of the build server.
resource "aws_security_group" "build" {
  name = "build"
  ingress {
    from_port   = 50000
    to_port     = 50000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "switched_off" {
  network       = "records"
  disabled      = true
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}
