resource "azurerm_linux_function_app" "booking" {
  name = "booking"
  app_settings = {
    # ruleid: key-among-app-settings
    COSMOS_TOKEN = azurerm_cosmosdb_account.records.primary_key
    # ruleid: key-among-app-settings
    ServiceBusConnectionString = azurerm_servicebus_namespace.bus.default_primary_connection_string
    # ok: key-among-app-settings
    COSMOS_ENDPOINT = azurerm_cosmosdb_account.records.endpoint
    # ok: key-among-app-settings
    APPLICATIONINSIGHTS_CONNECTION_STRING = azurerm_application_insights.insights.connection_string
  }
}

locals {
  settings = {
    # ruleid: key-among-app-settings
    "AzureWebJobsStorage" = "DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${azurerm_storage_account.st.primary_access_key}"
    # ok: key-among-app-settings
    "AzureWebJobsStorage__accountName" = azurerm_storage_account.st.name
    # ok: key-among-app-settings
    # SEARCH_KEY = azurerm_search_service.search.primary_key
  }
}

# An attribute of another resource is no setting of a program.
resource "azurerm_key_vault_secret" "kept" {
  name = "cosmos"
  # ok: key-among-app-settings
  value = azurerm_cosmosdb_account.records.primary_key
}
