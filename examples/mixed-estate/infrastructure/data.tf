resource "azurerm_postgresql_flexible_server" "hub" {
  name                          = "discharge-hub-${var.environment}"
  location                      = azurerm_resource_group.hub.location
  resource_group_name           = azurerm_resource_group.hub.name
  version                       = "16"
  sku_name                      = "GP_Standard_D4ds_v5"
  storage_mb                    = 131072
  administrator_login           = "postgres"
  administrator_password        = var.database_password
  backup_retention_days         = 14
  public_network_access_enabled = true

  dynamic "high_availability" {
    for_each = var.database_zone_redundant ? ["ZoneRedundant"] : []

    content {
      mode = high_availability.value
    }
  }

  tags = merge(local.tags, { DataClass = "personal-confidential" })
}

# Microsoft's way to say "all of Azure", other customers' machines included.
resource "azurerm_postgresql_flexible_server_firewall_rule" "azure" {
  name             = "allow-azure"
  server_id        = azurerm_postgresql_flexible_server.hub.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}

resource "azurerm_postgresql_flexible_server_database" "hub" {
  name      = "discharges"
  server_id = azurerm_postgresql_flexible_server.hub.id
}

resource "azurerm_storage_account" "letters" {
  name                            = "riversideletters"
  location                        = azurerm_resource_group.hub.location
  resource_group_name             = azurerm_resource_group.hub.name
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  min_tls_version                 = "TLS1_2"
  https_traffic_only_enabled      = true
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = false
  tags                            = merge(local.tags, { DataClass = "personal-confidential" })

  blob_properties {
    versioning_enabled = true
  }
}

# The reporting tool's trial tenant was in the United States; the account was never moved.
resource "azurerm_storage_account" "reporting" {
  name                            = "riversidereporting"
  location                        = "eastus"
  resource_group_name             = azurerm_resource_group.hub.name
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  min_tls_version                 = "TLS1_0"
  https_traffic_only_enabled      = false
  allow_nested_items_to_be_public = true
  tags                            = local.tags
}

resource "azurerm_storage_account" "archive" {
  name                            = "riversidearchive"
  location                        = "ukwest"
  resource_group_name             = azurerm_resource_group.hub.name
  account_tier                    = "Standard"
  account_replication_type        = "GRS"
  min_tls_version                 = var.archive_tls_version
  https_traffic_only_enabled      = true
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = false
  tags                            = local.tags
}
