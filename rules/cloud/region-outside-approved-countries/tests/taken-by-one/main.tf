provider "google" {
  region = "us-central1"
}

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "EUROPE-WEST2"
}

resource "google_compute_address" "letters" {
  name = "letters"
}
