resource "azurerm_resource_group" "main" {
  name     = "main"
  location = "uksouth"
  tags = {
    "Business Day" = "Child Health"
    "Product"         = "bookings"
    "Environment"     = "live"
  }
}
