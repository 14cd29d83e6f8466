variable "vaults" {
  type = set(string)
}

resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_backup_vault_lock_configuration" "all" {
  for_each          = var.vaults
  backup_vault_name = each.value
}
