provider "google" {
  region = "us-central1"
}

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "US-CENTRAL1"
}
