resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west2"
  template {
    containers {
      image = "a/b:1"
      env {
        name  = "WARDS_HOST"
        value = "wards"
      }
      env {
        name = "DB_PASSWORD"
        value_source {
          secret_key_ref {
            secret = "db"
          }
        }
      }
    }
  }
}
