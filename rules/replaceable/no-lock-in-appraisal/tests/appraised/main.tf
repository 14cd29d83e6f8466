resource "azurerm_cosmosdb_account" "bookings" {
  name       = "bookings"
  offer_type = "Standard"
}
