resource "google_service_account" "letters" {
  account_id = "letters"
}

resource "google_storage_bucket_iam_binding" "letters" {
  bucket  = "letters"
  role    = "roles/storage.objectViewer"
  members = ["serviceAccount:${google_service_account.letters.email}", "user:john.roe@example.nhs.uk"]
}
