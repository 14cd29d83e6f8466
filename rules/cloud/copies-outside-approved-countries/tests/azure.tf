# ruleid: copies-outside-approved-countries
resource "azurerm_cosmosdb_account" "abroad" {
  name     = "abroad"
  location = "UK South"
  geo_location {
    location          = "UK South"
    failover_priority = 0
  }
  geo_location {
    location          = "East US"
    failover_priority = 1
  }
}

# ok: copies-outside-approved-countries
resource "azurerm_cosmosdb_account" "paired" {
  name     = "paired"
  location = "uksouth"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
  }
  geo_location {
    location          = "ukwest"
    failover_priority = 1
  }
}

# The place of the account itself is no copy.
resource "azurerm_cosmosdb_account" "single" {
  name     = "single"
  location = "eastus"
  geo_location {
    location          = "eastus"
    failover_priority = 0
  }
}

# The second region of the pair is in the United Kingdom too.
# ok: copies-outside-approved-countries
resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  location                 = "UK South"
  account_tier             = "Standard"
  account_replication_type = "RAGRS"
}

# ruleid: copies-outside-approved-countries
resource "azurerm_storage_account" "american" {
  name                     = "american"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

# Kept in one region: no copy elsewhere.
resource "azurerm_storage_account" "local" {
  name                     = "local"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

variable "location" {}

# open: copies-outside-approved-countries
resource "azurerm_storage_account" "somewhere" {
  name                     = "somewhere"
  location                 = var.location
  account_replication_type = "GZRS"
}

# ok: copies-outside-approved-countries
resource "azurerm_recovery_services_vault" "backups" {
  name              = "backups"
  location          = "uksouth"
  sku               = "Standard"
  storage_mode_type = "GeoRedundant"
}

# ruleid: copies-outside-approved-countries
resource "azurerm_recovery_services_vault" "abroad" {
  name              = "abroad"
  location          = "brazilsouth"
  sku               = "Standard"
  storage_mode_type = "GeoRedundant"
}

resource "azurerm_recovery_services_vault" "in_place" {
  name              = "inplace"
  location          = "brazilsouth"
  sku               = "Standard"
  storage_mode_type = "LocallyRedundant"
}

# ok: copies-outside-approved-countries
resource "azurerm_postgresql_flexible_server" "records" {
  name                         = "records"
  location                     = "uksouth"
  geo_redundant_backup_enabled = true
}

# ruleid: copies-outside-approved-countries
resource "azurerm_postgresql_flexible_server" "abroad" {
  name                         = "abroad"
  location                     = "centralus"
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server" "in_place" {
  name                         = "inplace"
  location                     = "centralus"
  geo_redundant_backup_enabled = false
}

# What a pipeline fills in is no place yet.
# open: copies-outside-approved-countries
resource "azurerm_storage_account" "filled_in" {
  name                     = "filledin"
  location                 = "$(region)"
  account_replication_type = "GRS"
}
