resource "google_cloud_run_v2_service" "api" {
  name = "api"
  template {
    containers {
      image = "ghcr.io/trust/wards-api:latest"
    }
  }
}
