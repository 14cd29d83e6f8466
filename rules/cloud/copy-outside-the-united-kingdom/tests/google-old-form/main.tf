resource "google_secret_manager_secret" "s" {
  secret_id = "s"
  replication {
    automatic = true
  }
}
