variable "immutable" {}

variable "held" {
  default = "Disabled"
}

# ruleid: backup-vault-can-be-emptied
resource "aws_backup_vault" "open" {
  name = "records"
}

# ok: backup-vault-can-be-emptied
resource "aws_backup_vault" "locked" {
  name = "records"
}

resource "aws_backup_vault_lock_configuration" "locked" {
  backup_vault_name   = aws_backup_vault.locked.name
  changeable_for_days = 3
  min_retention_days  = 30
}

# ok: backup-vault-can-be-emptied
resource "aws_backup_logically_air_gapped_vault" "apart" {
  name               = "records"
  min_retention_days = 30
  max_retention_days = 60
}

# ruleid: backup-vault-can-be-emptied
resource "azurerm_recovery_services_vault" "as_it_comes" {
  name = "records"
  sku  = "Standard"
}

# ruleid: backup-vault-can-be-emptied
resource "azurerm_recovery_services_vault" "no_soft_delete" {
  name                = "records"
  immutability        = "Unlocked"
  soft_delete_enabled = false
}

# ok: backup-vault-can-be-emptied
resource "azurerm_recovery_services_vault" "locked" {
  name         = "records"
  immutability = "Locked"
}

# open: backup-vault-can-be-emptied
resource "azurerm_recovery_services_vault" "unknown" {
  name         = "records"
  immutability = var.immutable
}

# ruleid: backup-vault-can-be-emptied
resource "azurerm_data_protection_backup_vault" "held_for_nobody" {
  name         = "records"
  immutability = var.held
}

# ruleid: backup-vault-can-be-emptied
resource "azurerm_data_protection_backup_vault" "no_soft_delete" {
  name         = "records"
  immutability = "Locked"
  soft_delete  = "Off"
}

# ok: backup-vault-can-be-emptied
resource "azurerm_data_protection_backup_vault" "locked" {
  name         = "records"
  immutability = "Unlocked"
  soft_delete  = "AlwaysOn"
}

# ruleid: backup-vault-can-be-emptied
resource "google_backup_dr_backup_vault" "a_day" {
  backup_vault_id                            = "records"
  backup_minimum_enforced_retention_duration = "100000s"
}

# ok: backup-vault-can-be-emptied
resource "google_backup_dr_backup_vault" "a_month" {
  backup_vault_id                            = "records"
  backup_minimum_enforced_retention_duration = "2592000s"
}
