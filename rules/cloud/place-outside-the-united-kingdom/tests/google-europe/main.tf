resource "google_cloud_run_v2_service" "api" {
  location = "europe-west1"
}
