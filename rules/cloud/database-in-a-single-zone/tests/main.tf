# ruleid: database-in-a-single-zone
resource "aws_db_instance" "records" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
}

# ok: database-in-a-single-zone
resource "aws_db_instance" "orders" {
  engine   = "postgres"
  multi_az = true
}

# A read replica has its source as standby.
# ok: database-in-a-single-zone
resource "aws_db_instance" "reports" {
  replicate_source_db = aws_db_instance.orders.identifier
}

# open: database-in-a-single-zone
resource "aws_db_instance" "letters" {
  engine   = "mysql"
  multi_az = var.multi_az
}

variable "multi_az" {
  type = bool
}

# Spread over three zones by the provider.
# ok: database-in-a-single-zone
resource "aws_dynamodb_table" "sessions" {
  name     = "sessions"
  hash_key = "id"
}

# ruleid: database-in-a-single-zone
resource "aws_elasticache_replication_group" "cache" {
  description      = "cache"
  multi_az_enabled = false
}

# ruleid: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "records" {
  name     = "records"
  location = "uksouth"
}

# ok: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "orders" {
  name = "orders"
  tags = {
    environment = "prod"
  }
  high_availability {
    mode = "ZoneRedundant"
  }
}

# ruleid: database-in-a-single-zone
resource "google_sql_database_instance" "records" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-7680"
  }
}

# ok: database-in-a-single-zone
resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"
  settings {
    tier              = "db-custom-2-7680"
    availability_type = "REGIONAL"
  }
}

# A standby in the same zone falls with it.
# ruleid: database-in-a-single-zone
resource "azurerm_mysql_flexible_server" "same_zone" {
  name = "same-zone"
  high_availability {
    mode = "SameZone"
  }
}

# ruleid: database-in-a-single-zone
resource "azurerm_mssql_database" "records" {
  name     = "records"
  sku_name = "GP_Gen5_2"
}

# ok: database-in-a-single-zone
resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  zone_redundant = true
}

# The pool decides.
resource "azurerm_mssql_database" "pooled" {
  name            = "pooled"
  elastic_pool_id = azurerm_mssql_elasticpool.main.id
}

# ok: database-in-a-single-zone
resource "azurerm_mssql_elasticpool" "main" {
  name           = "main"
  zone_redundant = true
}

# ok: database-in-a-single-zone
resource "azurerm_redis_cache" "sessions" {
  name  = "sessions"
  zones = ["1", "2"]
}

# ruleid: database-in-a-single-zone
resource "azurerm_redis_cache" "one_zone" {
  name  = "one-zone"
  zones = ["1"]
}

# ruleid: database-in-a-single-zone
resource "azurerm_cosmosdb_account" "records" {
  name = "records"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
  }
}

# ok: database-in-a-single-zone
resource "azurerm_cosmosdb_account" "zones" {
  name = "zones"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
    zone_redundant    = true
  }
}

# ok: database-in-a-single-zone
resource "azurerm_cosmosdb_account" "regions" {
  name = "regions"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
  }
  geo_location {
    location          = "ukwest"
    failover_priority = 1
  }
}

# ok: database-in-a-single-zone
resource "azurerm_cosmosdb_account" "one_of_two" {
  name = "one-of-two"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
    zone_redundant    = true
  }
  geo_location {
    location          = "ukwest"
    failover_priority = 1
  }
}

# ok: database-in-a-single-zone
resource "aws_elasticache_replication_group" "shared" {
  description      = "shared"
  multi_az_enabled = true
}

# ruleid: database-in-a-single-zone
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  num_cache_nodes = 1
}

# What it keeps may be lost at any time.
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  num_cache_nodes = 2
}

# Judged with the group.
resource "aws_elasticache_cluster" "member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.cache.id
}

# ruleid: database-in-a-single-zone
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  cluster_config {
    instance_count = 1
  }
}

# ok: database-in-a-single-zone
resource "aws_opensearch_domain" "zones" {
  domain_name = "zones"
  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = true
  }
}

# ruleid: database-in-a-single-zone
resource "aws_mq_broker" "single" {
  broker_name     = "single"
  deployment_mode = "SINGLE_INSTANCE"
}

# ok: database-in-a-single-zone
resource "aws_mq_broker" "cluster" {
  broker_name     = "cluster"
  deployment_mode = "CLUSTER_MULTI_AZ"
}

# ruleid: database-in-a-single-zone
resource "google_redis_instance" "basic" {
  name = "basic"
  tier = "BASIC"
}

# ok: database-in-a-single-zone
resource "google_redis_instance" "pair" {
  name = "pair"
  tier = "STANDARD_HA"
}

# Said to be a test.
resource "aws_db_instance" "trial" {
  engine = "postgres"
  tags = {
    Environment = "test"
  }
}

# Follows the primary of another region.
resource "aws_elasticache_replication_group" "second" {
  global_replication_group_id = "shared"
}

# ruleid: database-in-a-single-zone
resource "aws_db_instance" "in_production" {
  engine = "postgres"
  tags = {
    Environment = "production"
  }
}

# This region has no zones, so that nothing in it stands in two.
# ruleid: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "west" {
  name     = "west"
  location = "ukwest"
}

variable "location" {
  type = string
}

# ruleid: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "anywhere" {
  name     = "anywhere"
  location = var.location
}

# As it was written for older versions of Terraform.
# ok: database-in-a-single-zone
resource "aws_db_instance" "old_form" {
  engine   = "postgres"
  multi_az = "true"
}

# ok: database-in-a-single-zone
resource "azurerm_mssql_database" "in_a_group" {
  name      = "in-a-group"
  server_id = "server"
  sku_name  = "S1"
}

resource "azurerm_mssql_failover_group" "group" {
  name      = "group"
  server_id = "server"
  databases = [azurerm_mssql_database.in_a_group.id]
  partner_server {
    id = "other"
  }
}

# The copy itself.
# ok: database-in-a-single-zone
resource "azurerm_mssql_database" "copy" {
  name                        = "in-a-group"
  server_id                   = "other"
  create_mode                 = "Secondary"
  creation_source_database_id = azurerm_mssql_database.in_a_group.id
}
