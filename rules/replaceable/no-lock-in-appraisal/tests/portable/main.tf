resource "azurerm_cosmosdb_account" "one" {
  name = "one"
}
