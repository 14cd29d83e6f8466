resource "google_storage_bucket" "pages" {
  name     = "pages"
  location = "US"

  website {
    main_page_suffix = "index.html"
  }
}

resource "google_storage_bucket_iam_member" "readers" {
  bucket = google_storage_bucket.pages.id
  role   = "roles/storage.objectViewer"
  member = "group:portal@example.org"
}
