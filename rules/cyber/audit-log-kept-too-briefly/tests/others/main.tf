resource "azurerm_log_analytics_workspace" "as_it_comes" {
  name = "wards"
}

resource "azurerm_log_analytics_workspace" "short" {
  name              = "wards"
  retention_in_days = 31
}

resource "azurerm_log_analytics_workspace" "long" {
  name              = "wards"
  retention_in_days = 180
}

resource "azurerm_log_analytics_workspace" "exported" {
  name = "wards"
}

resource "azurerm_log_analytics_data_export_rule" "out" {
  workspace_resource_id = azurerm_log_analytics_workspace.exported.id
}

resource "google_logging_project_bucket_config" "as_it_comes" {
  bucket_id = "_Default"
}

resource "google_logging_organization_bucket_config" "long" {
  bucket_id      = "_Default"
  retention_days = 400
}

resource "azurerm_log_analytics_workspace" "named_by_nothing" {
  name = "edge"
}

resource "azurerm_monitor_diagnostic_setting" "as_it_comes" {
  name                       = "wards"
  target_resource_id         = "id"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.as_it_comes.id
}

resource "azurerm_monitor_diagnostic_setting" "short" {
  name                       = "letters"
  target_resource_id         = "id"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.short.id
}

output "edge" {
  value = azurerm_log_analytics_workspace.named_by_nothing.id
}
