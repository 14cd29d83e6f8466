resource "google_secret_manager_secret" "s" {
  secret_id = "s"
  replication {
    user_managed {
      replicas {
        location = "europe-west2"
      }
      replicas {
        location = "europe-west1"
      }
    }
  }
}
