resource "google_cloud_run_v2_service" "this" {
  ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"
}
