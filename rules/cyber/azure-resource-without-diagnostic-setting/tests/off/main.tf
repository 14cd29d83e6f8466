resource "azurerm_firewall" "off" {
  name = "edge"
}

resource "azurerm_monitor_diagnostic_setting" "off" {
  name               = "log"
  target_resource_id = azurerm_firewall.off.id
  log {
    category = "AzureFirewallNetworkRule"
    enabled  = false
  }
}
