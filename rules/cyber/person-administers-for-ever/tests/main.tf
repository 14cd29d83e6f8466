variable "duration" {}

variable "scope" {}

data "azuread_group" "admins" {
  display_name = "admins"
}

data "azurerm_subscription" "this" {}

# ruleid: person-administers-for-ever
resource "azurerm_role_assignment" "owners" {
  scope                = "/subscriptions/1"
  role_definition_name = "Owner"
  principal_type       = "Group"
  principal_id         = "id"
}

# ruleid: person-administers-for-ever
resource "azurerm_role_assignment" "by_group" {
  scope                = "/subscriptions/1"
  role_definition_name = "Contributor"
  principal_id         = data.azuread_group.admins.object_id
}

data "azuread_user" "someone" {
  user_principal_name = "someone@example.nhs.uk"
}

# ruleid: person-administers-for-ever
resource "azurerm_role_assignment" "by_user" {
  scope                = "/subscriptions/1"
  role_definition_name = "User Access Administrator"
  principal_id         = data.azuread_user.someone.object_id
}

resource "azuread_group" "made" {
  display_name = "admins"
}

# ruleid: person-administers-for-ever
resource "azurerm_role_assignment" "by_made_group" {
  scope                = "/subscriptions/1"
  role_definition_name = "Owner"
  principal_id         = azuread_group.made.object_id
}

# ruleid: person-administers-for-ever
resource "azurerm_role_assignment" "in_this_subscription" {
  scope                = data.azurerm_subscription.this.id
  role_definition_name = "Owner"
  principal_type       = "User"
  principal_id         = "id"
}

# ok: person-administers-for-ever
resource "azurerm_role_assignment" "in_one_group" {
  scope                = "/subscriptions/1/resourceGroups/wards"
  role_definition_name = "Contributor"
  principal_type       = "Group"
  principal_id         = "id"
}

# ok: person-administers-for-ever
resource "azurerm_role_assignment" "service" {
  scope                = "/subscriptions/1"
  role_definition_name = "Contributor"
  principal_type       = "ServicePrincipal"
  principal_id         = "id"
}

# ok: person-administers-for-ever
resource "azurerm_role_assignment" "reader" {
  scope                = "/subscriptions/1"
  role_definition_name = "Reader"
  principal_type       = "Group"
  principal_id         = "id"
}

# ok: person-administers-for-ever
resource "azurerm_pim_eligible_role_assignment" "owners" {
  scope        = "/subscriptions/1"
  principal_id = "id"
}

# ruleid: person-administers-for-ever
resource "azurerm_pim_active_role_assignment" "without_schedule" {
  scope        = "/subscriptions/1"
  principal_id = "id"
}

# ruleid: person-administers-for-ever
resource "azurerm_pim_active_role_assignment" "without_end" {
  scope        = "/subscriptions/1"
  principal_id = "id"
  schedule {
    start_date_time = "2026-01-01T00:00:00Z"
  }
}

# ok: person-administers-for-ever
resource "azurerm_pim_active_role_assignment" "hours" {
  scope        = "/subscriptions/1"
  principal_id = "id"
  schedule {
    expiration {
      duration_hours = 8
    }
  }
}

# ok: person-administers-for-ever
resource "azurerm_pim_active_role_assignment" "days" {
  scope        = "/subscriptions/1"
  principal_id = "id"
  schedule {
    expiration {
      duration_days = 1
    }
  }
}

# ok: person-administers-for-ever
resource "azurerm_pim_active_role_assignment" "date" {
  scope        = "/subscriptions/1"
  principal_id = "id"
  schedule {
    expiration {
      end_date_time = "2026-01-01T00:00:00Z"
    }
  }
}

# ruleid: person-administers-for-ever
resource "google_project_iam_member" "owner" {
  project = "wards"
  role    = "roles/owner"
  member  = "user:someone@example.nhs.uk"
}

# ruleid: person-administers-for-ever
resource "google_folder_iam_binding" "editors" {
  folder  = "folders/1"
  role    = "roles/editor"
  members = ["serviceAccount:ci@wards.iam.gserviceaccount.com", "group:team@example.nhs.uk"]
}

# ok: person-administers-for-ever
resource "google_project_iam_member" "service" {
  project = "wards"
  role    = "roles/editor"
  member  = "serviceAccount:ci@wards.iam.gserviceaccount.com"
}

# ok: person-administers-for-ever
resource "google_project_iam_member" "viewer" {
  project = "wards"
  role    = "roles/viewer"
  member  = "group:team@example.nhs.uk"
}

# ok: person-administers-for-ever
resource "google_project_iam_member" "for_a_time" {
  project = "wards"
  role    = "roles/owner"
  member  = "user:someone@example.nhs.uk"
  condition {
    title      = "until Friday"
    expression = "request.time < timestamp('2026-01-01T00:00:00Z')"
  }
}

# ok: person-administers-for-ever
resource "google_privileged_access_manager_entitlement" "owners" {
  entitlement_id = "owners"
}

# ruleid: person-administers-for-ever
resource "aws_iam_group_policy_attachment" "admins" {
  group      = "admins"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# ok: person-administers-for-ever
resource "aws_iam_user_policy_attachment" "reader" {
  user       = "auditor"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# ruleid: person-administers-for-ever
resource "aws_ssoadmin_permission_set" "admin" {
  name             = "AdministratorAccess"
  session_duration = "PT12H"
}

# ok: person-administers-for-ever
resource "aws_ssoadmin_permission_set" "short" {
  name             = "AdministratorAccess"
  session_duration = "PT4H"
}

# ok: person-administers-for-ever
resource "aws_ssoadmin_permission_set" "viewer" {
  name             = "ViewOnly"
  session_duration = "PT12H"
}

# open: person-administers-for-ever
resource "aws_ssoadmin_permission_set" "unknown" {
  name             = "Admin"
  session_duration = var.duration
}

# open: person-administers-for-ever
resource "azurerm_role_assignment" "somewhere" {
  scope                = var.scope
  role_definition_name = "Owner"
  principal_type       = "User"
  principal_id         = "id"
}

resource "google_service_account" "ci" {
  account_id = "ci"
}

# ok: person-administers-for-ever
resource "google_project_iam_member" "ci" {
  project = "wards"
  role    = "roles/owner"
  member  = google_service_account.ci.member
}

# ruleid: person-administers-for-ever
resource "google_project_iam_binding" "ci_and_people" {
  project = "wards"
  role    = "roles/owner"
  members = [google_service_account.ci.member, "group:team@example.nhs.uk"]
}

resource "google_project_iam_custom_role" "api" {
  role_id     = "api"
  permissions = ["run.routes.invoke"]
}

# ok: person-administers-for-ever
resource "google_project_iam_binding" "custom" {
  project = "wards"
  role    = google_project_iam_custom_role.api.id
  members = ["group:team@example.nhs.uk"]
}
