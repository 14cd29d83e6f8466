variable "smtp_token" {}

variable "login" {}

variable "written" {}

resource "azurerm_key_vault_secret" "smtp" {
  name         = "smtp-token"
  value        = var.smtp_token
  key_vault_id = "vault"
}

resource "azurerm_key_vault_secret" "login" {
  name         = "login"
  value        = var.login
  key_vault_id = "vault"
}

resource "azurerm_key_vault_secret" "written" {
  name         = "written"
  value        = var.written
  key_vault_id = "vault"
}
