# ruleid: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_all" {
  role       = "letters"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# ruleid: administrator-role-for-a-workload
resource "aws_iam_role" "letters_power" {
  name                = "letters"
  managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# ok: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_logs" {
  role       = "letters"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

# ok: administrator-role-for-a-workload
resource "aws_iam_role" "letters_read" {
  name                = "letters"
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# Says nothing of policies.
resource "aws_iam_role" "letters_bare" {
  name = "letters"
}

variable "letters_policy" {
  type = string
}

# open: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_unknown" {
  role       = "letters"
  policy_arn = var.letters_policy
}

data "azurerm_subscription" "letters_current" {}

resource "azurerm_resource_group" "letters" {
  name     = "letters"
  location = "uksouth"
}

data "azurerm_resource_group" "letters_other" {
  name = "other"
}

data "azurerm_management_group" "letters_root" {
  name = "root"
}

# ruleid: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_subscription" {
  scope                = data.azurerm_subscription.letters_current.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ruleid: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_written" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Owner"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ruleid: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_root" {
  scope                = data.azurerm_management_group.letters_root.id
  role_definition_name = "User Access Administrator"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_group" {
  scope                = azurerm_resource_group.letters.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_group_looked_up" {
  scope                = data.azurerm_resource_group.letters_other.id
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_written_group" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/records"
  role_definition_name = "Contributor"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ok: administrator-role-for-a-workload
resource "azurerm_role_assignment" "letters_reader" {
  scope                = data.azurerm_subscription.letters_current.id
  role_definition_name = "Reader"
  principal_id         = "11111111-2222-3333-4444-555555555555"
}

# ruleid: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_editor" {
  project = "records"
  role    = "roles/editor"
  member  = "serviceAccount:letters@records.iam.gserviceaccount.com"
}

# ok: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_account" {
  project = "records"
  role    = "roles/cloudsql.client"
  member  = "serviceAccount:${google_service_account.letters.email}"
}

resource "google_service_account" "letters" {
  account_id = "letters"
}

# ok: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_viewer" {
  project = "records"
  role    = "roles/cloudsql.client"
  member  = "serviceAccount:letters@records.iam.gserviceaccount.com"
}

# The provider's own agent has this role from the start.
# ok: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_agent" {
  project = "records"
  role    = "roles/editor"
  member  = "serviceAccount:123456789012@cloudservices.gserviceaccount.com"
}

# ruleid: administrator-role-for-a-workload
resource "google_folder_iam_binding" "letters_owner" {
  folder  = "folders/123456789012"
  role    = "roles/owner"
  members = ["serviceAccount:letters@records.iam.gserviceaccount.com"]
}

# A pipeline is judged elsewhere.
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

variable "letters_prefix" {
  type = string
}

# ok: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_prefixed" {
  role       = "${var.letters_prefix}-letters"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

# ok: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_own" {
  role       = "letters"
  policy_arn = aws_iam_policy.letters.arn
}

resource "aws_iam_policy" "letters" {
  name   = "letters"
  policy = "{}"
}

data "aws_iam_policy" "letters_named" {
  name = "AdministratorAccess"
}

data "aws_iam_policy" "letters_by_arn" {
  arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

data "aws_iam_policy" "letters_read" {
  name = "ReadOnlyAccess"
}

# ruleid: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_looked_up" {
  role       = "letters"
  policy_arn = data.aws_iam_policy.letters_named.arn
}

# ruleid: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_looked_up_too" {
  role       = "letters"
  policy_arn = data.aws_iam_policy.letters_by_arn.arn
}

# ok: administrator-role-for-a-workload
resource "aws_iam_role_policy_attachment" "letters_looked_up_read" {
  role       = "letters"
  policy_arn = data.aws_iam_policy.letters_read.arn
}

# ok: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_custom" {
  project = "records"
  role    = google_project_iam_custom_role.letters.id
  member  = "serviceAccount:letters@records.iam.gserviceaccount.com"
}

resource "google_project_iam_custom_role" "letters" {
  role_id     = "letters"
  title       = "letters"
  permissions = ["storage.objects.get"]
}

# ruleid: administrator-role-for-a-workload
resource "google_project_iam_member" "letters_owner_by_reference" {
  project = "records"
  role    = "roles/owner"
  member  = "serviceAccount:${google_service_account.letters.email}"
}

# It takes the role away from everybody: nothing is said.
resource "google_folder_iam_binding" "records_nobody" {
  folder  = "folders/123456789012"
  role    = "roles/owner"
  members = []
}
