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

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "europe-west2"
}

resource "google_storage_bucket_iam_member" "letters" {
  bucket = google_storage_bucket.letters.id
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:letters@example.iam.gserviceaccount.com"
}

resource "google_storage_bucket" "drafts" {
  name     = "drafts"
  location = "europe-west2"
}

resource "google_storage_bucket_iam_member" "drafts" {
  bucket = google_storage_bucket.drafts.id
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
