# ruleid: store-answers-in-clear-text
resource "azurerm_redis_cache" "old" {
  name                = "old"
  enable_non_ssl_port = true
}

# ruleid: store-answers-in-clear-text
resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  non_ssl_port_enabled = true
}

# ok: store-answers-in-clear-text
resource "azurerm_redis_cache" "results" {
  name = "results"
}

# ruleid: store-answers-in-clear-text
resource "azurerm_redis_enterprise_database" "clear" {
  cluster_id      = "cluster"
  client_protocol = "Plaintext"
}

# ok: store-answers-in-clear-text
resource "azurerm_redis_enterprise_database" "kept" {
  cluster_id      = "cluster"
  client_protocol = "Encrypted"
}

resource "azurerm_redis_enterprise_database" "unset" {
  cluster_id = "cluster"
}

# ruleid: store-answers-in-clear-text
resource "azurerm_managed_redis" "clear" {
  name = "clear"

  default_database {
    client_protocol = "Plaintext"
  }
}

# ok: store-answers-in-clear-text
resource "azurerm_managed_redis" "kept" {
  name = "kept"

  default_database {
    client_protocol = "Encrypted"
  }
}

resource "azurerm_managed_redis" "unset" {
  name = "unset"

  default_database {
    eviction_policy = "NoEviction"
  }
}

# ruleid: store-answers-in-clear-text
resource "azurerm_mysql_flexible_server_configuration" "clear" {
  name  = "require_secure_transport"
  value = "OFF"
}

# ruleid: store-answers-in-clear-text
resource "azurerm_postgresql_flexible_server_configuration" "clear" {
  name  = "require_secure_transport"
  value = "off"
}

# ok: store-answers-in-clear-text
resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  name  = "require_secure_transport"
  value = "on"
}

resource "azurerm_postgresql_flexible_server_configuration" "extensions" {
  name  = "azure.extensions"
  value = "PGCRYPTO"
}

resource "azurerm_postgresql_flexible_server_configuration" "logs" {
  name  = "log_checkpoints"
  value = "off"
}

# ruleid: store-answers-in-clear-text
resource "azurerm_postgresql_server" "old" {
  name                    = "old"
  ssl_enforcement_enabled = false
}

# ok: store-answers-in-clear-text
resource "azurerm_mysql_server" "old" {
  name                    = "old"
  ssl_enforcement_enabled = true
}

# ruleid: store-answers-in-clear-text
resource "azurerm_storage_account" "clear" {
  name                       = "clear"
  https_traffic_only_enabled = false
}

# ruleid: store-answers-in-clear-text
resource "azurerm_storage_account" "clear_old" {
  name                      = "clearold"
  enable_https_traffic_only = false
}

# ok: store-answers-in-clear-text
resource "azurerm_storage_account" "unset" {
  name = "unset"
}

# NFS of Azure's storage is only had with the setting off.
resource "azurerm_storage_account" "shared_files" {
  name                       = "sharedfiles"
  nfsv3_enabled              = true
  https_traffic_only_enabled = false
}

# So it is where a share of it is one of NFS.
resource "azurerm_storage_account" "mounted" {
  name                       = "mounted"
  account_kind               = "FileStorage"
  https_traffic_only_enabled = false
}

resource "azurerm_storage_share" "mounted" {
  name               = "mounted"
  storage_account_id = azurerm_storage_account.mounted.id
  enabled_protocol   = "NFS"
  quota              = 100
}

# ruleid: store-answers-in-clear-text
resource "azurerm_storage_account" "windows_share" {
  name                       = "windowsshare"
  account_kind               = "FileStorage"
  https_traffic_only_enabled = false
}

resource "azurerm_storage_share" "windows_share" {
  name               = "windowsshare"
  storage_account_id = azurerm_storage_account.windows_share.id
  quota              = 100
}
