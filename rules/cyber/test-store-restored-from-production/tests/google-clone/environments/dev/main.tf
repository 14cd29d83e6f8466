resource "google_sql_database_instance" "records" {
  clone {
    source_instance_name = "records-production"
  }
}
