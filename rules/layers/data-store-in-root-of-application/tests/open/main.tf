variable "protect" {
  type = bool
}

resource "aws_apprunner_service" "book" {
  service_name = "book"
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier          = "records"
  engine              = "docdb"
  deletion_protection = var.protect
}
