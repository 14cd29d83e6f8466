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
