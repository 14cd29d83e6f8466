resource "azurerm_log_analytics_workspace" "kept" {
  name = "wards"
}

output "workspace_id" {
  value = azurerm_log_analytics_workspace.kept.id
}
