resource "azurerm_monitor_metric_alert" "none" {
  name = "errors"
}
