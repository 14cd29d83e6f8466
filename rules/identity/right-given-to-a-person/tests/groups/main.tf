data "azuread_group" "support" {
  display_name = "Support"
}

resource "azurerm_role_assignment" "support" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Reader"
  principal_id         = data.azuread_group.support.object_id
}

resource "google_project_iam_member" "support" {
  project = "records"
  role    = "roles/viewer"
  member  = "group:support@example.nhs.uk"
}

resource "aws_ssoadmin_account_assignment" "support" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  principal_id       = "00000000-0000-0000-0000-000000000002"
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
}
