# Programs, and whoever runs Terraform.
resource "google_storage_bucket_iam_member" "letters" {
  bucket = "letters"
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:letters@records.iam.gserviceaccount.com"
}

resource "azurerm_role_assignment" "app" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Reader"
  principal_type       = "ServicePrincipal"
  principal_id         = "00000000-0000-0000-0000-000000000003"
}

data "azurerm_client_config" "current" {}

resource "azurerm_role_assignment" "deployer" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Key Vault Administrator"
  principal_id         = data.azurerm_client_config.current.object_id
}

resource "aws_iam_user_policy_attachment" "feed" {
  user       = "letters-feed"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "google_service_account" "letters" {
  account_id = "letters"
}

resource "google_project_iam_member" "letters" {
  project = "records"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:${google_service_account.letters.email}"
}

resource "google_project_service_identity" "healthcare" {
  service = "healthcare.googleapis.com"
}

resource "google_project_iam_member" "healthcare" {
  project = "records"
  role    = "roles/pubsub.publisher"
  member  = "serviceAccount:${google_project_service_identity.healthcare.email}"
}
