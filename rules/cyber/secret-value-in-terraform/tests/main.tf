# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "written" {
  secret_id     = "db"
  secret_string = "Winter-2019!"
}

# ruleid: secret-value-in-terraform
resource "aws_ssm_parameter" "written" {
  name  = "/letters/token"
  type  = "SecureString"
  value = "b91d0f4e2c7a"
}

# ruleid: secret-value-in-terraform
resource "azurerm_key_vault_secret" "written" {
  name  = "token"
  value = "b91d0f4e2c7a"
}

# ruleid: secret-value-in-terraform
resource "google_secret_manager_secret_version" "written" {
  secret      = "token"
  secret_data = "b91d0f4e2c7a"
}

# ruleid: secret-value-in-terraform
resource "aws_elasticache_replication_group" "written" {
  replication_group_id = "sessions"
  auth_token           = "b91d0f4e2c7a0000"
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "generated" {
  secret_id     = "db"
  secret_string = random_password.db.result
}

# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "generated" {
  name  = "db"
  value = random_password.db.result
}

# ok: secret-value-in-terraform
resource "google_secret_manager_secret_version" "placeholder" {
  secret      = "token"
  secret_data = "set by hand: replace me"
}

resource "aws_ssm_parameter" "ignored" {
  name  = "/letters/token"
  type  = "SecureString"
  value = "b91d0f4e2c7a"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "plain" {
  name  = "/letters/stage"
  type  = "String"
  value = "production-of-letters"
}

resource "aws_elasticache_replication_group" "no_token" {
  replication_group_id = "results"
}

resource "random_password" "db" {
  length = 32
}

variable "settings" {
  type = string
}

# open: secret-value-in-terraform
resource "aws_ssm_parameter" "unknown" {
  name  = "/letters/settings"
  type  = "SecureString"
  value = var.settings
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "shape" {
  secret_id     = "db"
  secret_string = jsonencode({ "username" : "", "password" : "" })
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "half" {
  secret_id     = "db"
  secret_string = jsonencode({ "username" : "", "password" : "b91d0f4e2c7a" })
}

# An address is no secret.
resource "aws_ssm_parameter" "api_endpoint" {
  name  = "/letters/endpoint"
  type  = "SecureString"
  value = "api.letters.nhs.uk"
}

resource "aws_ssm_parameter" "client_id" {
  name  = "/letters/client"
  type  = "SecureString"
  value = "b91d0f4e2c7a"
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "encoded" {
  secret_id = "db"
  secret_string = jsonencode({
    username = "letters"
    password = random_password.db.result
  })
}

# A vault may keep settings beside secrets: what a name is kept under is no secret.
# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "settings" {
  for_each = {
    "Letters-DatabaseName"  = "letters"
    "Letters-ContainerName" = "checkpoints"
  }
  name         = each.key
  value        = each.value
  key_vault_id = "vault"
}

# An address to which anybody may write.
# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "mailbox" {
  secret_id     = "mailbox"
  secret_string = "ward-alerts@mail.example.nhs.uk"
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "has_an_at" {
  secret_id     = "broker"
  secret_string = "ward:Winter-2019@mail.ward.nhs.uk"
}
