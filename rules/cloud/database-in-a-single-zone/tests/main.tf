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
  replication_group_id = "cache"
  multi_az_enabled     = false
}

# ruleid: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "records" {
  name     = "records"
  location = "uksouth"
}

# ok: database-in-a-single-zone
resource "azurerm_postgresql_flexible_server" "orders" {
  name = "orders"
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
