resource "azurerm_monitor_activity_log_alert" "off" {
  name    = "keys"
  enabled = false
  action {
    action_group_id = "group"
  }
}
