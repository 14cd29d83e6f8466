resource "azurerm_container_registry" "i" {
  name     = "i"
  location = "uksouth"
  sku      = "Premium"
  georeplications {
    location = "ukwest"
  }
  georeplications {
    location = "Japan East"
  }
}
