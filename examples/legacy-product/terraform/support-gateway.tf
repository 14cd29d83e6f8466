# The support desk comes in through this machine, and goes on to the practices over HSCN.
# (A move of the servers themselves to AWS was costed in 2022 and not taken up.)

provider "aws" {
  region = "eu-west-2"
}

resource "aws_security_group" "support" {
  name        = "careledger-support"
  description = "Remote Desktop for the support desk"

  ingress {
    description = "Remote Desktop"
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "support" {
  ami                         = "ami-00000000000000000"
  instance_type               = "t3.large"
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.support.id]

  root_block_device {
    encrypted = false
  }
}

resource "aws_vpn_connection" "hscn" {
  customer_gateway_id = aws_customer_gateway.hscn.id
  vpn_gateway_id      = aws_vpn_gateway.support.id
  type                = "ipsec.1"
}

resource "aws_customer_gateway" "hscn" {
  bgp_asn    = 65000
  ip_address = "192.0.2.10"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "support" {
  vpc_id = "vpc-00000000000000000"
}
