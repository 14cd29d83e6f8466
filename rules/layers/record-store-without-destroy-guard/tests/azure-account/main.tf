resource "azurerm_cosmosdb_account" "booking" {
  name = "booking"
}
