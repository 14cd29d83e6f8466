data "azurerm_key_vault_secret" "receiver" {
  name         = "on-call-receiver"
  key_vault_id = var.vault
}

resource "azurerm_monitor_action_group" "on_call" {
  name                = "on-call"
  short_name          = "oncall"
  resource_group_name = var.resource_group

  webhook_receiver {
    name        = "on-call"
    service_uri = data.azurerm_key_vault_secret.receiver.value
  }
}
