# review: azure-resource-without-diagnostic-setting
resource "azurerm_key_vault" "none" {
  name = "wards"
}

# ok: azure-resource-without-diagnostic-setting
resource "azurerm_healthcare_workspace" "only_a_folder" {
  name = "records"
}

# ok: azure-resource-without-diagnostic-setting
resource "azurerm_key_vault" "logged" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "logged" {
  name               = "audit"
  target_resource_id = azurerm_key_vault.logged.id
  enabled_log {
    category = "AuditEvent"
  }
}

# ok: azure-resource-without-diagnostic-setting
resource "azurerm_application_gateway" "logged" {
  name = "edge"
}

resource "azurerm_monitor_diagnostic_setting" "edge" {
  name               = "audit"
  target_resource_id = azurerm_application_gateway.logged.id
  log {
    category = "ApplicationGatewayAccessLog"
  }
  log {
    category = "ApplicationGatewayPerformanceLog"
    enabled  = false
  }
}

# ok: azure-resource-without-diagnostic-setting
resource "azurerm_mssql_database" "audited" {
  name      = "wards"
  server_id = "id"
}

resource "azurerm_mssql_database_extended_auditing_policy" "audited" {
  database_id = azurerm_mssql_database.audited.id
}

# ok: azure-resource-without-diagnostic-setting
resource "azurerm_api_management" "logs_by_itself" {
  name = "wards"
}

resource "azurerm_api_management_logger" "wards" {
  name                = "wards"
  api_management_name = azurerm_api_management.logs_by_itself.name
}

resource "azurerm_api_management_api_diagnostic" "wards" {
  identifier               = "applicationinsights"
  api_management_name      = azurerm_api_management.logs_by_itself.name
  api_management_logger_id = azurerm_api_management_logger.wards.id
}
