provider "google" {
  project = "bookings"
}

resource "google_storage_bucket" "b" {
  name     = "b"
  location = "europe-west2"
}
