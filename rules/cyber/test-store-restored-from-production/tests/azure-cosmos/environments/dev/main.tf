resource "azurerm_cosmosdb_account" "records" {
  name        = "records"
  create_mode = "Restore"
  restore {
    source_cosmosdb_account_id = "/subscriptions/1/resourceGroups/prod/accounts/records"
  }
}
