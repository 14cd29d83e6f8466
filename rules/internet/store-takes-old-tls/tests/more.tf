# ruleid: store-takes-old-tls
resource "azurerm_mssql_server" "old" {
  minimum_tls_version = "1.0"
}

# ruleid: store-takes-old-tls
resource "azurerm_mssql_server" "none" {
  minimum_tls_version = "Disabled"
}

# ok: store-takes-old-tls
resource "azurerm_storage_account" "old_attribute" {
  enable_https_traffic_only = false
}

# ok: store-takes-old-tls
resource "azurerm_redis_cache" "plain" {
  minimum_tls_version  = "1.2"
  non_ssl_port_enabled = true
}

# ok: store-takes-old-tls
resource "azurerm_redis_cache" "good" {
  minimum_tls_version  = "1.2"
  enable_non_ssl_port  = false
}

# store-answers-in-clear-text tells of it.
# ok: store-takes-old-tls
resource "azurerm_postgresql_server" "plain" {
  ssl_enforcement_enabled          = false
  ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
}

# ruleid: store-takes-old-tls
resource "azurerm_cosmosdb_account" "old" {
  minimal_tls_version = "Tls11"
}

# ok: store-takes-old-tls
resource "azurerm_cosmosdb_account" "good" {
  minimal_tls_version = "Tls12"
}

# ruleid: store-takes-old-tls
resource "aws_opensearch_domain" "old" {
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}

# ok: store-takes-old-tls
resource "aws_opensearch_domain" "plain" {
  domain_endpoint_options {
    enforce_https = false
  }
}

# ok: store-takes-old-tls
resource "aws_opensearch_domain" "good" {
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

# ruleid: store-takes-old-tls
resource "azurerm_postgresql_server" "every_version" {
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
}
