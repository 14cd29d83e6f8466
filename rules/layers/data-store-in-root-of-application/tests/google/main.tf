resource "google_cloud_run_v2_service" "portal" {
  name = "portal"
}

resource "google_spanner_instance" "records" {
  config       = "regional-europe-west2"
  display_name = "records"
}
