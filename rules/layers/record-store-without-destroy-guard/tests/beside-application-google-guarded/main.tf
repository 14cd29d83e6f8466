resource "google_cloud_run_v2_service" "portal" {
  name = "portal"
}

resource "google_sql_database_instance" "records" {
  name = "records"
  deletion_protection = false
  settings {
    tier = "db-custom-1-3840"
    deletion_protection_enabled = true
  }
}
