resource "google_cloud_run_v2_service" "web" {
  ingress = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
}
