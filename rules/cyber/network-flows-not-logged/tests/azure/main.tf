resource "azurerm_virtual_network" "wards" {
  name = "wards"
}

resource "azurerm_network_watcher_flow_log" "wards" {
  target_resource_id = azurerm_virtual_network.wards.id
  enabled            = true
}
