variable "protected" {
  type = bool
}

resource "aws_db_instance" "records" {
  identifier          = "records"
  engine              = "postgres"
  deletion_protection = var.protected
}
