resource "google_cloud_run_service" "this" {
  metadata {
    annotations = {
      "run.googleapis.com/client-name" = "terraform"
      "run.googleapis.com/ingress"     = "internal"
    }
  }
}
