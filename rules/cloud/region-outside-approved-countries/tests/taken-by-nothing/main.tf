provider "google" {
  region = "us-central1"
}

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "EUROPE-WEST2"
}

resource "google_kms_key_ring" "letters" {
  name     = "letters"
  location = "global"
}

resource "google_project_iam_custom_role" "letters" {
  role_id     = "letters"
  title       = "letters"
  permissions = []
}
