resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "senders" {
  bucket = google_storage_bucket.letters.name
  role   = "roles/storage.objectCreator"
  member = "allUsers"
}
