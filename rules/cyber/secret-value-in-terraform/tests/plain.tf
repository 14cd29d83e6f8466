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
