# ruleid: database-port-open-to-the-world
resource "aws_security_group" "open" {
  name = "open"
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

# ok: database-port-open-to-the-world
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ruleid: database-port-open-to-the-world
resource "aws_default_security_group" "open" {
  vpc_id = "vpc-1"
  ingress {
    description      = "everybody"
    from_port        = 5432
    to_port          = 5432
    protocol         = 6
    ipv6_cidr_blocks = ["2001:db8::/32", "::/0"]
  }
}

# ruleid: database-port-open-to-the-world
resource "aws_security_group_rule" "range" {
  type             = "ingress"
  from_port        = 5428
  to_port          = 5437
  protocol         = "tcp"
  cidr_blocks      = null
  ipv6_cidr_blocks = ["::/0"]
}

# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "high_ports" {
  type        = "ingress"
  from_port   = 51000
  to_port     = 51100
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "low_ports" {
  type        = "ingress"
  from_port   = 8
  to_port     = 15
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "wireguard" {
  type        = "ingress"
  from_port   = 5432
  to_port     = 5432
  protocol    = "udp"
  cidr_blocks = ["0.0.0.0/0"]
}

# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "out" {
  type        = "egress"
  from_port   = 5432
  to_port     = 5432
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# ruleid: database-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "all" {
  cidr_ipv4   = "0.0.0.0/0"
  ip_protocol = "-1"
}

# ruleid: database-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "single" {
  cidr_ipv4   = "0.0.0.0/0"
  from_port   = 5432
  to_port     = 5432
  ip_protocol = "tcp"
}

# ok: database-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "from_group" {
  referenced_security_group_id = "sg-1"
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

# open: database-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "unknown_source" {
  cidr_ipv4   = var.cidr
  from_port   = 5432
  to_port     = 5432
  ip_protocol = "tcp"
}

# open: database-port-open-to-the-world
resource "aws_security_group_rule" "unknown_port" {
  type        = "ingress"
  from_port   = var.port
  to_port     = var.port
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# What is not known changes nothing where the source is.
# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "unknown_port_inside" {
  type        = "ingress"
  from_port   = var.port
  to_port     = var.port
  protocol    = "tcp"
  cidr_blocks = ["10.0.0.0/8"]
}

variable "cidr" {}
variable "port" {}

# The block of a network that is looked up is never the whole internet.
# ok: database-port-open-to-the-world
resource "aws_security_group_rule" "own_network" {
  type        = "ingress"
  from_port   = 5432
  to_port     = 5432
  protocol    = "tcp"
  cidr_blocks = [data.aws_vpc.shared.cidr_block]
}

# ruleid: database-port-open-to-the-world
resource "aws_security_group_rule" "own_network_and_world" {
  type        = "ingress"
  from_port   = 5432
  to_port     = 5432
  protocol    = "tcp"
  cidr_blocks = [data.aws_vpc.shared.cidr_block, "0.0.0.0/0"]
}

data "aws_vpc" "shared" {
  id = "vpc-1"
}

resource "aws_db_instance" "records" {
  engine = "postgres"
}

# ruleid: database-port-open-to-the-world
resource "aws_security_group_rule" "every_port_of_tcp" {
  type        = "ingress"
  from_port   = 0
  to_port     = 65535
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}
