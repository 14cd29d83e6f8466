resource "aws_db_instance" "records" {
  snapshot_identifier = "records-non-prod-2026"
}

resource "google_sql_database_instance" "records" {
  clone {
    source_instance_name = "records-products"
  }
}
