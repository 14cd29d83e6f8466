# review: firewall-open-to-a-whole-network
resource "aws_security_group" "all" {
  ingress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

# review: firewall-open-to-a-whole-network
resource "aws_security_group" "wide" {
  ingress {
    from_port = 443
    to_port = 443
    protocol = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    from_port = 0
    to_port = 65535
    protocol = "tcp"
    cidr_blocks = ["172.16.0.0/12"]
  }
}

# review: firewall-open-to-a-whole-network
resource "aws_default_security_group" "default" {
  ingress {
    from_port = 1
    to_port = 65535
    protocol = "tcp"
    cidr_blocks = ["172.16.0.0/12"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group" "port" {
  ingress {
    from_port = 5432
    to_port = 5432
    protocol = "tcp"
    cidr_blocks = ["10.0.1.0/24"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group" "high" {
  ingress {
    from_port = 1024
    to_port = 65535
    protocol = "tcp"
    cidr_blocks = ["10.0.1.0/24"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group" "low" {
  ingress {
    from_port = 0
    to_port = 1023
    protocol = "tcp"
    cidr_blocks = ["10.0.1.0/24"]
  }
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group" "self" {
  ingress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    self = true
  }
}

resource "aws_security_group" "egress" {
  egress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# review: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_all" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 0
  to_port = 0
  protocol = "all"
  cidr_blocks = ["10.0.0.0/8"]
}

# review: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_wide" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 0
  to_port = 65535
  protocol = "tcp"
  cidr_blocks = ["10.0.0.0/8"]
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_low" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 0
  to_port = 1023
  protocol = "tcp"
  cidr_blocks = ["10.0.0.0/8"]
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_high" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 1024
  to_port = 65535
  protocol = "tcp"
  cidr_blocks = ["10.0.0.0/8"]
}

# ok: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_group" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 0
  to_port = 0
  protocol = "-1"
  source_security_group_id = "sg-2"
}

resource "aws_security_group_rule" "r_out" {
  type = "egress"
  security_group_id = "sg-1"
  from_port = 0
  to_port = 0
  protocol = "-1"
  cidr_blocks = ["0.0.0.0/0"]
}

variable "protocol" {
  type = string
}

# open: firewall-open-to-a-whole-network
resource "aws_security_group_rule" "r_unknown" {
  type = "ingress"
  security_group_id = "sg-1"
  from_port = 443
  to_port = 443
  protocol = var.protocol
  cidr_blocks = ["10.0.0.0/8"]
}

# review: firewall-open-to-a-whole-network
resource "aws_vpc_security_group_ingress_rule" "v_all" {
  security_group_id = "sg-1"
  ip_protocol = "-1"
  cidr_ipv4 = "10.0.0.0/8"
}

# review: firewall-open-to-a-whole-network
resource "aws_vpc_security_group_ingress_rule" "v_wide" {
  security_group_id = "sg-1"
  ip_protocol = "tcp"
  from_port = 0
  to_port = 65535
  cidr_ipv4 = "10.0.0.0/8"
}

# ok: firewall-open-to-a-whole-network
resource "aws_vpc_security_group_ingress_rule" "v_low" {
  security_group_id = "sg-1"
  ip_protocol = "tcp"
  from_port = 0
  to_port = 1023
  cidr_ipv4 = "10.0.0.0/8"
}

# ok: firewall-open-to-a-whole-network
resource "aws_vpc_security_group_ingress_rule" "v_high" {
  security_group_id = "sg-1"
  ip_protocol = "tcp"
  from_port = 1024
  to_port = 65535
  cidr_ipv4 = "10.0.0.0/8"
}

# ok: firewall-open-to-a-whole-network
resource "aws_vpc_security_group_ingress_rule" "v_group" {
  security_group_id = "sg-1"
  ip_protocol = "-1"
  referenced_security_group_id = "sg-2"
}

# administration-port-open-to-the-world tells of these.
resource "aws_security_group" "world" {
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "world" {
  type              = "ingress"
  security_group_id = "sg-1"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

# A page for everybody beside a range that reaches every port.
# review: firewall-open-to-a-whole-network
resource "aws_security_group" "page" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
