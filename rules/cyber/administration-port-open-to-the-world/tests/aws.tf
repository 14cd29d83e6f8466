# ruleid: administration-port-open-to-the-world
resource "aws_security_group" "open" {
  name = "open"
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: administration-port-open-to-the-world
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ruleid: administration-port-open-to-the-world
resource "aws_security_group_rule" "range" {
  type             = "ingress"
  from_port        = 3385
  to_port          = 3394
  protocol         = "tcp"
  ipv6_cidr_blocks = ["::/0"]
}

# ok: administration-port-open-to-the-world
resource "aws_security_group_rule" "out" {
  type        = "egress"
  from_port   = 0
  to_port     = 65535
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
}

# ruleid: administration-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "all" {
  cidr_ipv4   = "0.0.0.0/0"
  ip_protocol = "-1"
}

# ok: administration-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "from_group" {
  referenced_security_group_id = "sg-1"
  from_port                    = 3389
  to_port                      = 3389
  ip_protocol                  = "tcp"
}

# open: administration-port-open-to-the-world
resource "aws_vpc_security_group_ingress_rule" "unknown" {
  cidr_ipv4   = var.cidr
  from_port   = 3389
  to_port     = 3389
  ip_protocol = "tcp"
}

variable "cidr" {}
