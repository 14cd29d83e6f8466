resource "aws_security_group" "database" {
  name = "database"

  ingress {
    from_port = 1433
    to_port   = 1433
    protocol  = "tcp"
    # ruleid: security-group-opens-database-to-range
    cidr_blocks = ["10.20.0.0/16"]
  }

  # ok: security-group-opens-database-to-range
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = ["sg-api"]
  }

  ingress {
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
    # ok: security-group-opens-database-to-range
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port = 27017
    to_port   = 27017
    protocol  = "tcp"
    # open: security-group-opens-database-to-range
    cidr_blocks = var.ranges
  }

  # A cache keeps no records.
  ingress {
    from_port = 6379
    to_port   = 6379
    protocol  = "tcp"
    # ok: security-group-opens-database-to-range
    cidr_blocks = ["10.0.0.0/16"]
  }
}

variable "mysql_port" {
  type    = string
  default = "3306"
}

resource "aws_security_group" "ward_lists" {
  name = "ward-lists"

  ingress {
    from_port = var.mysql_port
    to_port   = var.mysql_port
    protocol  = "tcp"
    # ruleid: security-group-opens-database-to-range
    cidr_blocks = ["10.20.0.0/16"]
  }
}

variable "ranges" { type = list(string) }
