# review: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_all" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# review: administrator-role-for-a-pipeline
resource "aws_iam_role" "deploy_power" {
  name                = "deploy"
  managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# ok: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_logs" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

# ok: administrator-role-for-a-pipeline
resource "aws_iam_role" "deploy_read" {
  name                = "deploy"
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# Says nothing of policies.
resource "aws_iam_role" "deploy_bare" {
  name = "deploy"
}

variable "deploy_policy" {
  type = string
}

# open: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_unknown" {
  role       = "deploy"
  policy_arn = var.deploy_policy
}

data "azurerm_subscription" "deploy_current" {}

resource "azurerm_resource_group" "deploy" {
  name     = "deploy"
  location = "uksouth"
}

data "azurerm_resource_group" "deploy_other" {
  name = "other"
}

data "azurerm_management_group" "deploy_root" {
  name = "root"
}

# review: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_subscription" {
  scope                = data.azurerm_subscription.deploy_current.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# review: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_written" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Owner"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# review: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_root" {
  scope                = data.azurerm_management_group.deploy_root.id
  role_definition_name = "User Access Administrator"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_group" {
  scope                = azurerm_resource_group.deploy.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_group_looked_up" {
  scope                = data.azurerm_resource_group.deploy_other.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_written_group" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/records"
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-pipeline
resource "azurerm_role_assignment" "deploy_reader" {
  scope                = data.azurerm_subscription.deploy_current.id
  role_definition_name = "Reader"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# review: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_editor" {
  project = "records"
  role    = "roles/editor"
  member  = "serviceAccount:deploy@records.iam.gserviceaccount.com"
}

# ok: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_account" {
  project = "records"
  role    = "roles/cloudsql.client"
  member  = "serviceAccount:${google_service_account.deploy.email}"
}

resource "google_service_account" "deploy" {
  account_id = "deploy"
}

# ok: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_viewer" {
  project = "records"
  role    = "roles/cloudsql.client"
  member  = "serviceAccount:deploy@records.iam.gserviceaccount.com"
}

# The provider's own agent has this role from the start.
# ok: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_agent" {
  project = "records"
  role    = "roles/editor"
  member  = "serviceAccount:123456789012@cloudservices.gserviceaccount.com"
}

# review: administrator-role-for-a-pipeline
resource "google_folder_iam_binding" "deploy_owner" {
  folder  = "folders/123456789012"
  role    = "roles/owner"
  members = ["serviceAccount:deploy@records.iam.gserviceaccount.com"]
}

# A workload is judged elsewhere.
resource "aws_iam_role_policy_attachment" "letters" {
  role       = "letters"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

variable "deploy_prefix" {
  type = string
}

# ok: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_prefixed" {
  role       = "${var.deploy_prefix}-deploy"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

# ok: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_own" {
  role       = "deploy"
  policy_arn = aws_iam_policy.deploy.arn
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = "{}"
}

data "aws_iam_policy" "deploy_named" {
  name = "AdministratorAccess"
}

data "aws_iam_policy" "deploy_by_arn" {
  arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

data "aws_iam_policy" "deploy_read" {
  name = "ReadOnlyAccess"
}

# review: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_looked_up" {
  role       = "deploy"
  policy_arn = data.aws_iam_policy.deploy_named.arn
}

# review: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_looked_up_too" {
  role       = "deploy"
  policy_arn = data.aws_iam_policy.deploy_by_arn.arn
}

# ok: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "deploy_looked_up_read" {
  role       = "deploy"
  policy_arn = data.aws_iam_policy.deploy_read.arn
}

# ok: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_custom" {
  project = "records"
  role    = google_project_iam_custom_role.deploy.id
  member  = "serviceAccount:deploy@records.iam.gserviceaccount.com"
}

resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "deploy"
  permissions = ["storage.objects.get"]
}

# review: administrator-role-for-a-pipeline
resource "google_project_iam_member" "deploy_owner_by_reference" {
  project = "records"
  role    = "roles/owner"
  member  = "serviceAccount:${google_service_account.deploy.email}"
}

# It takes the role away from everybody: nothing is said.
resource "google_folder_iam_binding" "deploy_nobody" {
  folder  = "folders/123456789012"
  role    = "roles/owner"
  members = []
}
