resource "google_service_account" "letters" {
  account_id = "letters"
}

# Whoever may act as the account can do all that it can.
resource "google_service_account_iam_member" "jane" {
  service_account_id = google_service_account.letters.name
  role               = "roles/iam.serviceAccountUser"
  member             = "user:jane.doe@example.nhs.uk"
}
