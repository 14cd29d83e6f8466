resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west2"
}
