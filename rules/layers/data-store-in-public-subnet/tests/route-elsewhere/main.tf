resource "aws_subnet" "data" {
  vpc_id     = var.vpc_id
  cidr_block = "10.0.2.0/24"
}

resource "aws_db_subnet_group" "records" {
  name       = "records"
  subnet_ids = [aws_subnet.data.id]
}

resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  db_subnet_group_name = aws_db_subnet_group.records.name
}

variable "vpc_id" { type = string }
