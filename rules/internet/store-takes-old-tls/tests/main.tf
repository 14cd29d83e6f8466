variable "tls" {
  type = string
}

# ruleid: store-takes-old-tls
resource "azurerm_storage_account" "old" {
  min_tls_version = "TLS1_0"
}

# That it answers without encryption too is told by store-answers-in-clear-text.
# ok: store-takes-old-tls
resource "azurerm_storage_account" "plain" {
  min_tls_version            = "TLS1_2"
  https_traffic_only_enabled = false
}

# ok: store-takes-old-tls
resource "azurerm_storage_account" "good" {
  min_tls_version            = "TLS1_2"
  https_traffic_only_enabled = true
}

# ok: store-takes-old-tls
resource "azurerm_mssql_server" "good" {
  minimum_tls_version = "1.2"
}

# open: store-takes-old-tls
resource "azurerm_storage_account" "unknown" {
  min_tls_version            = var.tls
  https_traffic_only_enabled = true
}
