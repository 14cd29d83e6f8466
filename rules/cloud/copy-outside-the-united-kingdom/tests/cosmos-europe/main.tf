resource "azurerm_cosmosdb_account" "c" {
  name     = "c"
  location = "uksouth"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
  }
  geo_location {
    location          = "North Europe"
    failover_priority = 1
  }
}
