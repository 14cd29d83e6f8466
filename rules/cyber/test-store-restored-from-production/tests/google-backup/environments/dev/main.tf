resource "google_sql_database_instance" "records" {
  restore_backup_context {
    backup_run_id = 1
    instance_id   = "records-live"
  }
}
