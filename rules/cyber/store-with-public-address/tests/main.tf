# ruleid: store-with-public-address
resource "aws_db_instance" "open" {
  engine              = "postgres"
  publicly_accessible = true
}

# ok: store-with-public-address
resource "aws_db_instance" "closed" {
  engine = "postgres"
}

# open: store-with-public-address
resource "aws_db_instance" "unknown" {
  publicly_accessible = var.public
}

variable "public" {
  type = bool
}

# open: store-with-public-address
resource "aws_db_instance" "for_the_office" {
  publicly_accessible    = true
  vpc_security_group_ids = [aws_security_group.office.id]
}

resource "aws_security_group" "office" {
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}

# ruleid: store-with-public-address
resource "aws_rds_cluster_instance" "open" {
  publicly_accessible = true
}

# ok: store-with-public-address
resource "aws_rds_cluster_instance" "closed" {
  publicly_accessible = false
}

# ruleid: store-with-public-address
resource "aws_redshift_cluster" "open" {
  publicly_accessible    = true
  vpc_security_group_ids = [aws_security_group.everybody.id]
}

# ok: store-with-public-address
resource "aws_redshift_cluster" "closed" {
  publicly_accessible = false
}

resource "aws_security_group" "everybody" {
  ingress {
    from_port   = 5439
    to_port     = 5439
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
