resource "google_compute_firewall" "a" {
  direction          = "EGRESS"
  destination_ranges = ["10.0.0.0/8", "0.0.0.0/0"]

  allow {
    protocol = "all"
  }
}
