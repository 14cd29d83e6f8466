resource "azurerm_mssql_server" "records" {
  name                          = "records"
  public_network_access_enabled = true
}

resource "azurerm_private_endpoint" "records" {
  name = "records"
}
