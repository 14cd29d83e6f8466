variable "member" {
  type = string
}

resource "google_project_iam_member" "given" {
  project = "records"
  role    = "roles/viewer"
  member  = var.member
}
