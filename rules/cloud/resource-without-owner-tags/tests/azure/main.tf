locals {
  tags = {
    "Cost Centre" = "1234"
    application   = "bookings"
    environment   = "prod"
  }
}

resource "azurerm_resource_group" "main" {
  name     = "main"
  location = "uksouth"
  tags = local.tags
}
