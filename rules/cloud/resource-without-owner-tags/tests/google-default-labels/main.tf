provider "google" {
  project = "bookings"
  default_labels = {
    owner = "bookings"
    service = "bookings"
    environment = "prod"
  }
}

resource "google_storage_bucket" "b" {
  name     = "b"
  location = "europe-west2"
}
