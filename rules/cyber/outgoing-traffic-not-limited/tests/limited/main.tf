resource "aws_security_group" "a" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "b" {
  type        = "egress"
  protocol    = "tcp"
  cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
}

resource "aws_security_group_rule" "c" {
  type        = "egress"
  protocol    = "-1"
  cidr_blocks = ["10.0.0.0/8"]
}

resource "aws_security_group_rule" "in" {
  type        = "ingress"
  protocol    = "-1"
  cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
}

resource "aws_vpc_security_group_egress_rule" "d" {
  ip_protocol = "tcp"
  cidr_ipv4   = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "e" {
  ip_protocol = "-1"
  cidr_ipv4   = "10.0.0.0/8"
}

resource "azurerm_network_security_rule" "f" {
  direction                  = "Outbound"
  access                     = "Deny"
  destination_port_range     = "*"
  destination_address_prefix = "*"
}

resource "azurerm_network_security_rule" "g" {
  direction                  = "Outbound"
  access                     = "Allow"
  destination_port_range     = "443"
  destination_address_prefix = "*"
}

resource "azurerm_network_security_rule" "h" {
  direction                  = "Outbound"
  access                     = "Allow"
  destination_port_range     = "*"
  destination_address_prefix = "VirtualNetwork"
}

resource "azurerm_network_security_rule" "in" {
  direction                  = "Inbound"
  access                     = "Allow"
  destination_port_range     = "*"
  destination_address_prefix = "*"
}

resource "google_compute_firewall" "i" {
  direction = "EGRESS"

  deny {
    protocol = "all"
  }
}

resource "google_compute_firewall" "j" {
  direction          = "EGRESS"
  destination_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "k" {
  direction = "EGRESS"

  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "in" {
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "all"
  }
}
