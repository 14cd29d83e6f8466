resource "random_password" "portal" {
  length = 24
}

resource "aws_ssm_parameter" "portal_password" {
  name = "/wards/portal_password"
  # ruleid: secret-kept-as-plain-parameter
  type  = "String"
  value = random_password.portal.result
}

variable "letters_token" {
  sensitive = true
}

resource "aws_ssm_parameter" "letters_api_key" {
  name = "/wards/letters/api-key"
  # ruleid: secret-kept-as-plain-parameter
  type      = "String"
  value     = var.letters_token
  overwrite = true
}

variable "type" {}

resource "aws_ssm_parameter" "jwt_secret" {
  name = "/wards/jwt_secret"
  # open: secret-kept-as-plain-parameter
  type  = var.type
  value = random_password.portal.result
}

resource "aws_ssm_parameter" "records_password" {
  name = "/wards/records_password"
  # ok: secret-kept-as-plain-parameter
  type  = "SecureString"
  value = random_password.portal.result
}

resource "aws_ssm_parameter" "secret_arn" {
  name = "/wards/records_secret_arn"
  # ok: secret-kept-as-plain-parameter
  type  = "String"
  value = "arn:aws:secretsmanager:eu-west-2:123456789012:secret:records"
}

resource "aws_ssm_parameter" "public_key" {
  name = "/wards/signing/public_key"
  # ok: secret-kept-as-plain-parameter
  type  = "String"
  value = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"
}

resource "aws_ssm_parameter" "records_pw_password" {
  name = "/wards/records_password"
  # open: secret-kept-as-plain-parameter
  type  = "String"
  value = aws_secretsmanager_secret.records.arn
}

# ruleid: secret-kept-as-plain-parameter
resource "azurerm_app_configuration_key" "letters" {
  configuration_store_id = azurerm_app_configuration.wards.id
  key                    = "Letters:ApiKey"
  value                  = var.letters_token
}

resource "azurerm_app_configuration_key" "referred" {
  configuration_store_id = azurerm_app_configuration.wards.id
  key                    = "Letters:ClientSecret"
  # ok: secret-kept-as-plain-parameter
  type                = "vault"
  vault_key_reference = azurerm_key_vault_secret.letters.versionless_id
}

variable "environment" {}

resource "aws_ssm_parameter" "theme" {
  # ok: secret-kept-as-plain-parameter
  name  = "/${var.environment}/theme"
  type  = "String"
  value = "blue"
}

resource "aws_ssm_parameter" "sms_api_key" {
  name = "/${var.environment}/sms"
  # ruleid: secret-kept-as-plain-parameter
  type  = "String"
  value = random_password.portal.result
}
