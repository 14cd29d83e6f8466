resource "google_compute_network" "main" {
  name = "main"
}
resource "google_compute_instance" "trial" {
  name   = "trial"
  labels = { env = "sandbox" }
  network_interface {
    network = google_compute_network.main.id
  }
}
resource "google_sql_database_instance" "records" {
  name             = "records"
  database_version = "POSTGRES_17"
  settings {
    tier        = "db-f1-micro"
    user_labels = { env = "production" }
    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.main.id
    }
  }
}
