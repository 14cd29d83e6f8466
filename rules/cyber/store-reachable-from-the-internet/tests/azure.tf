# ok: store-reachable-from-the-internet
resource "azurerm_storage_container" "closed" {
  name = "closed"
}

# ok: store-reachable-from-the-internet
resource "azurerm_mssql_firewall_rule" "office" {
  start_ip_address = "203.0.113.1"
  end_ip_address   = "203.0.113.9"
}

# ok: store-reachable-from-the-internet
resource "azurerm_mssql_firewall_rule" "half" {
  start_ip_address = "128.0.0.0"
  end_ip_address   = "255.255.255.255"
}

# ok: store-reachable-from-the-internet
resource "azurerm_mssql_firewall_rule" "azure" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}

# ruleid: store-reachable-from-the-internet
resource "azurerm_redis_firewall_rule" "everyone" {
  start_ip = "0.0.0.0"
  end_ip   = "255.255.255.255"
}

# ok: store-reachable-from-the-internet
resource "azurerm_redis_firewall_rule" "office" {
  start_ip = "203.0.113.1"
  end_ip   = "203.0.113.9"
}
