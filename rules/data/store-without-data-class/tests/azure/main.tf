resource "azurerm_storage_account" "letters" {
  name                     = "l"
  resource_group_name      = "r"
  location                 = "uksouth"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { data_class = "personal" }
}

resource "azurerm_cosmosdb_account" "beds" {
  name                = "b"
  resource_group_name = "r"
  location            = "uksouth"
  offer_type          = "Standard"
}

