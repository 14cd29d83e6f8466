variable "protect" {
  type = bool
}

resource "aws_apprunner_service" "book" {
  service_name = "book"
}

resource "aws_db_instance" "records" {
  identifier          = "records"
  engine              = "postgres"
  deletion_protection = var.protect
}
