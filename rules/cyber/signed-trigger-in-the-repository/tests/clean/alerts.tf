resource "azurerm_monitor_action_group" "alerts" {
  webhook_receiver {
    service_uri = "https://prod-12.ukwest.logic.azure.com/workflows/0123/triggers/manual/paths/invoke?sig=${var.signature}"
  }
}
