resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_lambda_function" "portal" {
  function_name = "portal"
  role          = "arn:aws:iam::111122223333:role/portal"
  tags = { "nhs.uk/layer" = "presentation" }
}

resource "aws_security_group" "records" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "records" {
  security_group_id            = aws_security_group.records.id
  referenced_security_group_id = var.client_security_group
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

resource "aws_db_instance" "records" {
  identifier             = "records"
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.records.id]
}

variable "client_security_group" { type = string }
