resource "google_compute_instance" "portal" {
  name = "portal"
  metadata_startup_script = "git clone https://git.example/portal && cd portal && npm ci"
}
