resource "google_storage_bucket" "pages" {
  name     = "pages"
  location = "europe-west2"

  website {
    main_page_suffix = "index.html"
  }
}

resource "google_storage_bucket_iam_member" "everybody" {
  bucket = google_storage_bucket.pages.id
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_storage_bucket" "more" {
  name     = "more"
  location = "europe-west2"

  website {
    main_page_suffix = "index.html"
  }
}

resource "google_storage_bucket_iam_binding" "everybody" {
  bucket  = google_storage_bucket.more.name
  role    = "roles/storage.objectViewer"
  members = ["allUsers"]
}
