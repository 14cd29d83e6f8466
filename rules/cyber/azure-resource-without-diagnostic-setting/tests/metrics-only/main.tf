resource "azurerm_cosmosdb_account" "metrics_only" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "metrics_only" {
  name               = "metrics"
  target_resource_id = azurerm_cosmosdb_account.metrics_only.id
  metric {
    category = "AllMetrics"
  }
}
