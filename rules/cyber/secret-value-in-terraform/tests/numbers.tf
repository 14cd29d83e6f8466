locals {
  settings = {
    sampling = true
  }
}

# A secret of the key vault that is none: a switch.
# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "settings" {
  for_each     = local.settings
  name         = each.key
  value        = each.value
  key_vault_id = "/subscriptions/0/vaults/settings"
}
