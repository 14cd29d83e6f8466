resource "google_sql_database_instance" "records" {
  database_version = "POSTGRES_17"
}

resource "google_scc_notification_config" "all" {
  config_id    = "all"
  organization = "1"
}
