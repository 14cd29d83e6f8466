resource "azurerm_storage_account" "letters" {
  name                     = "l"
  resource_group_name      = "r"
  location                 = "uksouth"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

provider "aws" {
  default_tags {
    tags = { Classification = "personal" }
  }
}
