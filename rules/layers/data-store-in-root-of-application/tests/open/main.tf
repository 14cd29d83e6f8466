variable "protect" {
  type = bool
}

resource "aws_lambda_function" "book" {
  function_name = "book"
}

resource "aws_db_instance" "records" {
  identifier          = "records"
  engine              = "postgres"
  deletion_protection = var.protect
}
