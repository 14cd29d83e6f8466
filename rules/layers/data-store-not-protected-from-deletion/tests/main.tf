# ruleid: data-store-not-protected-from-deletion
resource "aws_db_instance" "records" {
  identifier     = "records"
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

# ok: data-store-not-protected-from-deletion
resource "aws_db_instance" "booking" {
  identifier          = "booking"
  engine              = "postgres"
  instance_class      = "db.m7g.large"
  deletion_protection = true
}

# ruleid: data-store-not-protected-from-deletion
resource "aws_rds_cluster" "audit" {
  cluster_identifier  = "audit"
  engine              = "aurora-postgresql"
  deletion_protection = false
}

# open: data-store-not-protected-from-deletion
resource "aws_rds_cluster" "given" {
  cluster_identifier  = "given"
  engine              = "aurora-postgresql"
  deletion_protection = var.protect
}

variable "protect" { type = bool }

# ok: data-store-not-protected-from-deletion
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.booking.identifier
  instance_class      = "db.m7g.large"
}

# ok: data-store-not-protected-from-deletion
resource "google_spanner_database" "records" {
  instance = "main"
  name     = "records"
}

# ruleid: data-store-not-protected-from-deletion
resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = false
}
