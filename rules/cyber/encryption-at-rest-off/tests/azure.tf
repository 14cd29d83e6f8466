# ruleid: encryption-at-rest-off
resource "azurerm_mssql_database" "plain" {
  name                                = "letters"
  server_id                           = azurerm_mssql_server.this.id
  transparent_data_encryption_enabled = false
}

# ok: encryption-at-rest-off
resource "azurerm_mssql_database" "records" {
  name      = "records"
  server_id = azurerm_mssql_server.this.id
}

resource "azurerm_mssql_server" "this" {
  name     = "records"
  location = "uksouth"
  version  = "12.0"
}

# Without a second encryption inside the machine; Azure encrypts every managed disk by itself.
# ok: encryption-at-rest-off
resource "azurerm_managed_disk" "plain" {
  name                 = "plain"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"

  encryption_settings {
    enabled = false
  }
}

# ok: encryption-at-rest-off
resource "azurerm_managed_disk" "data" {
  name                 = "data"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
}

# ruleid: encryption-at-rest-off
resource "azurerm_data_lake_store" "plain" {
  name             = "plain"
  encryption_state = "Disabled"
}

# ok: encryption-at-rest-off
resource "azurerm_data_lake_store" "kept" {
  name = "kept"
}

# ruleid: encryption-at-rest-off
resource "azurerm_kusto_cluster" "telemetry" {
  name     = "telemetry"
  location = "uksouth"
}

# ok: encryption-at-rest-off
resource "azurerm_kusto_cluster" "kept" {
  name                    = "kept"
  location                = "uksouth"
  disk_encryption_enabled = true
}

# ok: encryption-at-rest-off
resource "azurerm_storage_account" "images" {
  name                     = "images"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
