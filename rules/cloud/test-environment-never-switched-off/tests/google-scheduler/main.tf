resource "google_compute_instance" "app" {
  name = "app"
  labels = {
    environment = "dev"
  }
}

resource "google_cloud_scheduler_job" "night" {
  name     = "stop-dev-instances"
  schedule = "0 19 * * *"
}
