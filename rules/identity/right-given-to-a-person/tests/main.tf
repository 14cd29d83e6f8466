# review: right-given-to-a-person
resource "google_project_iam_member" "jane" {
  project = "records"
  role    = "roles/editor"
  member  = "user:jane.doe@example.nhs.uk"
}
