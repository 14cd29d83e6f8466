resource "azurerm_resource_group" "main" {
  name     = "main"
  location = "uksouth"
  tags = {
    "Parent Business" = "Child Health"
    "Product"         = "bookings"
    "Environment"     = "live"
  }
}
