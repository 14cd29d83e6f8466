resource "azurerm_resource_group" "main" {
  name     = "records"
  location = "UK South"
}

resource "azurerm_storage_account" "letters" {
  name                = "letters"
  resource_group_name = azurerm_resource_group.main.name
  # ok: location-outside-approved-countries
  location                 = azurerm_resource_group.main.location
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_cosmosdb_account" "records" {
  name = "records"
  # ok: location-outside-approved-countries
  location = "ukwest"
}

resource "azurerm_mssql_server" "abroad" {
  name = "abroad"
  # ruleid: location-outside-approved-countries
  location = "East US 2"
}

resource "azurerm_key_vault" "main" {
  name = "main"
  # open: location-outside-approved-countries
  location = var.location
}

variable "location" {}

resource "google_storage_bucket" "images" {
  name = "images"
  # ok: location-outside-approved-countries
  location = "EU"
}

resource "google_bigquery_dataset" "reports" {
  dataset_id = "reports"
  # ruleid: location-outside-approved-countries
  location = "US"
}

resource "google_container_cluster" "main" {
  name = "main"
  # ok: location-outside-approved-countries
  location = "europe-west2-a"
}
