# ruleid: store-asks-for-no-password
resource "azurerm_redis_cache" "open" {
  name     = "sessions"
  sku_name = "Premium"

  redis_configuration {
    enable_authentication = false
  }
}

# ruleid: store-asks-for-no-password
resource "azurerm_redis_cache" "open_too" {
  name     = "sessions"
  sku_name = "Premium"

  redis_configuration {
    authentication_enabled = false
  }
}

# ok: store-asks-for-no-password
resource "azurerm_redis_cache" "closed" {
  name     = "sessions"
  sku_name = "Premium"
}

# ruleid: store-asks-for-no-password
resource "aws_elasticache_replication_group" "open" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = true
}

# ok: store-asks-for-no-password
resource "aws_elasticache_replication_group" "token" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = true
  auth_token                 = random_password.sessions.result
}

# ok: store-asks-for-no-password
resource "aws_elasticache_replication_group" "users" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = true
  user_group_ids             = [aws_elasticache_user_group.sessions.id]
}

# Judged where it is the first of its global store.
resource "aws_elasticache_replication_group" "member" {
  replication_group_id        = "sessions-2"
  global_replication_group_id = "global"
}

# ruleid: store-asks-for-no-password
resource "aws_memorydb_cluster" "open" {
  acl_name  = "open-access"
  node_type = "db.t4g.small"
}

# ok: store-asks-for-no-password
resource "aws_memorydb_cluster" "listed" {
  acl_name  = aws_memorydb_acl.sessions.name
  node_type = "db.t4g.small"
}

resource "aws_memorydb_acl" "sessions" {
  name = "sessions"
}

variable "acl" { type = string }

# open: store-asks-for-no-password
resource "aws_memorydb_cluster" "given" {
  acl_name  = var.acl
  node_type = "db.t4g.small"
}

# ruleid: store-asks-for-no-password
resource "google_redis_instance" "open" {
  name           = "sessions"
  memory_size_gb = 1
}

# ok: store-asks-for-no-password
resource "google_redis_instance" "closed" {
  name           = "sessions"
  memory_size_gb = 1
  auth_enabled   = true
}

# ruleid: store-asks-for-no-password
resource "google_redis_cluster" "open" {
  name        = "sessions"
  shard_count = 3
}

# ok: store-asks-for-no-password
resource "google_redis_cluster" "closed" {
  name               = "sessions"
  shard_count        = 3
  authorization_mode = "AUTH_MODE_IAM_AUTH"
}
