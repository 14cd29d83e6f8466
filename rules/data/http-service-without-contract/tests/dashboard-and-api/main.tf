resource "google_cloud_run_v2_service" "made_elsewhere" {
  name     = "converter"
  location = "europe-west2"
  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/images/converter:1"
    }
  }
}
