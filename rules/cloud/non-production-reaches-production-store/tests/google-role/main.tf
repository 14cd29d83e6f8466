resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "EUROPE-WEST2"
  labels   = { environment = "production" }
}
resource "google_service_account" "import" {
  account_id = "import"
}
resource "google_storage_bucket_iam_member" "import" {
  bucket = google_storage_bucket.letters.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${google_service_account.import.email}"
}
resource "google_cloud_run_v2_service" "import" {
  name     = "import"
  location = "europe-west2"
  labels   = { environment = "staging" }
  template {
    service_account = google_service_account.import.email
    containers {
      image = "europe-west2-docker.pkg.dev/supplier/import/import:1.4.0"
    }
  }
}
