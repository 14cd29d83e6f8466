resource "google_compute_global_forwarding_rule" "web" {
  load_balancing_scheme = "EXTERNAL_MANAGED"
}

resource "google_cloud_run_v2_service" "web" {
  ingress = "INGRESS_TRAFFIC_ALL"
}

resource "google_cloud_run_service" "web" {
  metadata {
    annotations = {
      "run.googleapis.com/client-name" = "terraform"
      "run.googleapis.com/ingress"     = "all"
    }
  }
}
