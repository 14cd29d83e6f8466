resource "aws_alb" "inside" {
  internal = true
}

resource "google_compute_backend_service" "inside" {
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}
