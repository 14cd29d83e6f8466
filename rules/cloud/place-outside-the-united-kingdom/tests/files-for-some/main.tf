resource "google_storage_bucket" "pages" {
  name     = "pages"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "readers" {
  bucket = google_storage_bucket.pages.name
  role   = "roles/storage.objectViewer"
  member = "group:wards@example.nhs.uk"
}
