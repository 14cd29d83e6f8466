variable "client_key" {
  default = "defualt_client_key"
}

# open: secret-value-in-terraform
resource "azurerm_key_vault_secret" "client_key" {
  name  = "spine-client-key"
  value = var.client_key
}

# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "certificate" {
  name  = "spine-client-certificate"
  value = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "place" {
  secret_id     = "records"
  secret_string = jsonencode({ host = "records.internal", username = "letters" })
}

# ok: secret-value-in-terraform
resource "aws_ssm_parameter" "level" {
  name  = "/letters/log-level"
  type  = "SecureString"
  value = "TRACE2"
}

# ok: secret-value-in-terraform
resource "aws_ssm_parameter" "machine" {
  name  = "/letters/database"
  type  = "SecureString"
  value = "letters.cluster-x1.eu-west-2.rds.amazonaws.com:5432"
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "together" {
  secret_id     = "records"
  secret_string = jsonencode({ username = "letters", password = "Winter-2019!" })
}

variable "spine" {
  default = {
    spine_directory_fqdn = "https://directory.ward.invalid"
    spine_api_key        = ""
  }
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "spine" {
  secret_id     = "spine"
  secret_string = jsonencode(var.spine)
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "sign_in" {
  secret_id = "sign-in"
  secret_string = jsonencode({
    client_secret  = ""
    auth_scheme    = "Cookies"
    auth_endpoint  = "https://sign-in.ward.invalid/authorize"
    token_endpoint = "https://sign-in.ward.invalid/token"
    token_path     = "/auth/token"
  })
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "address" {
  secret_id     = "queue"
  secret_string = jsonencode({ connection = "https://letters:Winter-2019@queue.ward.invalid" })
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "pin" {
  secret_id     = "card"
  secret_string = jsonencode({ card_pin = "739115", spine_host = "https://spine.ward.invalid" })
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "hash" {
  secret_id     = "hash"
  secret_string = jsonencode({ api_key = "hunter-2019" })
}

# The pipeline puts the value in before Terraform sees it.
# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "filled" {
  name  = "records-password"
  value = "$(recordsPassword)"
}

# A user's name opens nothing.
# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "sqladminusername" {
  name  = "recordssqladminusername"
  value = "letters1admin"
}

# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "database_admin" {
  name  = "databaseAdminUser"
  value = "bedsadmin9"
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "records_login" {
  secret_id     = "records"
  secret_string = "recordsreader"
}

# What is kept for a user may be the way in.
# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "records_user" {
  secret_id     = "records"
  secret_string = "b91d0f4e2c7a"
}

# ruleid: secret-value-in-terraform
resource "azurerm_key_vault_secret" "admin_password" {
  name  = "databaseAdminUserPassword"
  value = "b91d0f4e2c7a"
}
