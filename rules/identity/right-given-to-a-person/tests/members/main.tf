resource "google_storage_bucket_iam_binding" "letters" {
  bucket  = "letters"
  role    = "roles/storage.objectViewer"
  members = ["group:support@example.nhs.uk", "user:john.roe@example.nhs.uk"]
}
