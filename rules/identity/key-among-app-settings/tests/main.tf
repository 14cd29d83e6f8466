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
