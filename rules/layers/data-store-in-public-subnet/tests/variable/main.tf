resource "aws_db_subnet_group" "records" {
  name       = "records"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  db_subnet_group_name = aws_db_subnet_group.records.name
}

variable "subnet_ids" { type = list(string) }
