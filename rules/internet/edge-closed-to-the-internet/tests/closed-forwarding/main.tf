resource "google_compute_global_forwarding_rule" "this" {
  load_balancing_scheme = "INTERNAL_MANAGED"
}
