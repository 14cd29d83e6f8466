resource "azurerm_cosmosdb_account" "records" {
  name = "records"
}
