# ruleid: key-made-in-terraform
resource "aws_iam_access_key" "letters" {
  user = "letters"
}

# Sending mail over SMTP has no other way.
resource "aws_iam_access_key" "smtp" {
  user = "mail"
}

resource "aws_iam_access_key" "withdrawn" {
  user   = "old"
  status = "Inactive"
}

variable "status" {
  type = string
}

# open: key-made-in-terraform
resource "aws_iam_access_key" "unknown" {
  user   = "letters"
  status = var.status
}

# ruleid: key-made-in-terraform
resource "azuread_application_password" "partner" {
  application_id = "/applications/00000000-0000-0000-0000-000000000000"
}

# ruleid: key-made-in-terraform
resource "google_service_account_key" "letters" {
  service_account_id = "letters"
}

# ok: key-made-in-terraform
resource "aws_iam_openid_connect_provider" "pipeline" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# ok: key-made-in-terraform
resource "azurerm_federated_identity_credential" "pipeline" {
  name     = "pipeline"
  issuer   = "https://token.actions.githubusercontent.com"
  audience = ["api://AzureADTokenExchange"]
  subject  = "repo:example/letters:ref:refs/heads/main"
}

# ok: key-made-in-terraform
resource "google_iam_workload_identity_pool_provider" "pipeline" {
  workload_identity_pool_id          = "pipeline"
  workload_identity_pool_provider_id = "github"
}
