resource "google_compute_backend_service" "bare" {
  load_balancing_scheme = "EXTERNAL_MANAGED"
}

resource "google_compute_backend_service" "protected" {
  load_balancing_scheme = "EXTERNAL_MANAGED"
  security_policy       = google_compute_security_policy.edge.id
}

resource "google_compute_backend_service" "inside" {
  load_balancing_scheme = "INTERNAL_MANAGED"
}

resource "google_compute_security_policy" "edge" {
  name = "edge"
}
