variable "environment" {
  type = string
}

resource "google_sql_database_instance" "records" {
  name                = "records"
  deletion_protection = var.environment == "prod"
}
