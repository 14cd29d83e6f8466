resource "azurerm_mssql_server" "records" {
  name    = "records"
  version = "12.0"
}
