# ruleid: store-asks-for-no-password
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = true
}

# ok: store-asks-for-no-password
resource "aws_elasticache_replication_group" "with_users" {
  replication_group_id = "letters"
  user_group_ids       = ["letters"]
}

# ok: store-asks-for-no-password
resource "aws_elasticache_replication_group" "with_token" {
  replication_group_id = "orders"
  auth_token           = random_password.orders.result
}

# The group that it follows says who may call.
resource "aws_elasticache_replication_group" "follower" {
  replication_group_id        = "sessions-copy"
  global_replication_group_id = "sessions-everywhere"
}

variable "users" {
  type = list(string)
}

# open: store-asks-for-no-password
resource "aws_elasticache_replication_group" "unknown" {
  replication_group_id = "unknown"
  user_group_ids       = var.users
}

# ruleid: store-asks-for-no-password
resource "aws_memorydb_cluster" "open" {
  acl_name  = "open-access"
  node_type = "db.t4g.small"
}

# ok: store-asks-for-no-password
resource "aws_memorydb_cluster" "closed" {
  acl_name  = "letters"
  node_type = "db.t4g.small"
}

# ruleid: store-asks-for-no-password
resource "azurerm_redis_cache" "off" {
  name = "sessions"
  redis_configuration {
    authentication_enabled = false
  }
}

# ruleid: store-asks-for-no-password
resource "azurerm_redis_cache" "off_in_older_words" {
  name = "sessions"
  redis_configuration {
    enable_authentication = false
  }
}

# ok: store-asks-for-no-password
resource "azurerm_redis_cache" "on" {
  name = "letters"
}

# ruleid: store-asks-for-no-password
resource "google_redis_instance" "open" {
  name           = "sessions"
  memory_size_gb = 1
}

# ok: store-asks-for-no-password
resource "google_redis_instance" "closed" {
  name           = "letters"
  memory_size_gb = 1
  auth_enabled   = true
}

# ruleid: store-asks-for-no-password
resource "google_redis_cluster" "open" {
  name               = "sessions"
  authorization_mode = "AUTH_MODE_DISABLED"
}

# ok: store-asks-for-no-password
resource "google_redis_cluster" "closed" {
  name               = "letters"
  authorization_mode = "AUTH_MODE_IAM_AUTH"
}
