# review: store-open-to-public-networks
resource "azurerm_cosmosdb_account" "open" {
  public_network_access_enabled = true
}

# ok: store-open-to-public-networks
resource "azurerm_cosmosdb_account" "closed" {
  public_network_access_enabled = false
}

# ok: store-open-to-public-networks
resource "azurerm_storage_account" "closed" {
  name                          = "closed"
  public_network_access_enabled = false
}

# review: store-open-to-public-networks
resource "azurerm_storage_account" "public" {
  name                          = "public"
  public_network_access_enabled = true
}

# ok: store-open-to-public-networks
resource "azurerm_storage_account" "ruled" {
  name                          = "ruled"
  public_network_access_enabled = true

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "unset" {
  name = "unset"
}

# ok: store-open-to-public-networks
resource "azurerm_postgresql_flexible_server" "inside" {
  name                          = "inside"
  delegated_subnet_id           = "subnet-1"
  public_network_access_enabled = true
}

# ok: store-open-to-public-networks
resource "azurerm_cosmosdb_account" "ranged" {
  name                          = "ranged"
  public_network_access_enabled = true
  ip_range_filter               = ["203.0.113.0/24"]
}

# ok: store-open-to-public-networks
resource "azurerm_cosmosdb_account" "network" {
  name                              = "network"
  public_network_access_enabled     = true
  is_virtual_network_filter_enabled = true
}

# review: store-open-to-public-networks
resource "azurerm_mssql_managed_instance" "open" {
  name                         = "open"
  public_data_endpoint_enabled = true
}

# ok: store-open-to-public-networks
resource "azurerm_mssql_managed_instance" "closed" {
  name                         = "closed"
  public_data_endpoint_enabled = false
}

# Its firewall admits nobody, and who is let in by hand cannot be seen.
# open: store-open-to-public-networks
resource "azurerm_mysql_server" "without_a_rule" {
  name                          = "letters"
  public_network_access_enabled = true
}

# open: store-open-to-public-networks
resource "azurerm_postgresql_flexible_server" "with_a_rule" {
  name                          = "records"
  public_network_access_enabled = true
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "clinic" {
  server_id        = azurerm_postgresql_flexible_server.with_a_rule.id
  start_ip_address = "203.0.113.1"
  end_ip_address   = "203.0.113.9"
}
