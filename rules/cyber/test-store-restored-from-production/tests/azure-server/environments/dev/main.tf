resource "azurerm_postgresql_flexible_server" "records" {
  name             = "records"
  create_mode      = "PointInTimeRestore"
  source_server_id = "/subscriptions/1/resourceGroups/prod/providers/Microsoft.DBforPostgreSQL/flexibleServers/records"
}
