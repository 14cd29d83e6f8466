resource "azurerm_mssql_database" "records" {
  name                        = "records"
  create_mode                 = "Copy"
  creation_source_database_id = "/subscriptions/1/resourceGroups/records-prod/providers/Microsoft.Sql/servers/s/databases/records"
}
