resource "google_compute_firewall" "a" {
  direction = "EGRESS"

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "all"
  }
}
