variable "engine_version" {
  type = string
}

# ruleid: managed-database-past-support
resource "aws_db_instance" "records" {
  identifier     = "records"
  engine         = "postgres"
  engine_version = "11.22"
  instance_class = "db.t4g.medium"
}

# ok: managed-database-past-support
resource "aws_db_instance" "current" {
  identifier     = "current"
  engine         = "postgres"
  engine_version = "17.4"
  instance_class = "db.t4g.medium"
}

# ok: managed-database-past-support
resource "aws_db_instance" "default_version" {
  identifier     = "default"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

# open: managed-database-past-support
resource "aws_rds_cluster" "chosen" {
  cluster_identifier = "chosen"
  engine             = "aurora-postgresql"
  engine_version     = var.engine_version
}

# ruleid: managed-database-past-support
resource "aws_rds_cluster" "old" {
  cluster_identifier = "old"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.2"
}

# ruleid: managed-database-past-support
resource "azurerm_mysql_flexible_server" "old" {
  name    = "old"
  version = "5.7"
}

# ok: managed-database-past-support
resource "azurerm_postgresql_flexible_server" "current" {
  name    = "current"
  version = "17"
}

# ruleid: managed-database-past-support
resource "google_sql_database_instance" "old" {
  name             = "old"
  database_version = "POSTGRES_9_6"
}

# ok: managed-database-past-support
resource "google_sql_database_instance" "reporting" {
  name             = "reporting"
  database_version = "SQLSERVER_2019_STANDARD"
}

# ruleid: managed-database-past-support
module "records" {
  source         = "terraform-aws-modules/rds/aws"
  version        = "6.5.2"
  identifier     = "records"
  engine         = "postgres"
  engine_version = "12"
}

# ok: managed-database-past-support
module "engine_room" {
  source         = "./modules/engine"
  engine         = "diesel"
  engine_version = "1"
}

# ruleid: managed-database-past-support
resource "google_sql_database_instance" "tables" {
  name             = "tables"
  database_version = "MYSQL_5_7"
}

# ok: managed-database-past-support
resource "google_sql_database_instance" "records" {
  name             = "records"
  database_version = "POSTGRES_17"
}

# ok: managed-database-past-support
resource "azurerm_mysql_flexible_server" "current" {
  name    = "current"
  version = "8.4"
}

# ruleid: managed-database-past-support
resource "azurerm_postgresql_flexible_server" "old" {
  name    = "old"
  version = "12"
}

# ok: managed-database-past-support
resource "aws_db_instance" "stock" {
  identifier     = "stock"
  engine         = "oracle-ee"
  engine_version = "19.0.0.0.ru-2025-07.rur-2025-07.r1"
  instance_class = "db.m6i.large"
}

# A release of which nothing is known yet.
# ok: managed-database-past-support
resource "aws_db_instance" "newest" {
  identifier     = "newest"
  engine         = "postgres"
  engine_version = "99.1"
  instance_class = "db.t4g.medium"
}

# ok: managed-database-past-support
resource "azurerm_postgresql_flexible_server" "newest" {
  name    = "newest"
  version = "99"
}

# ok: managed-database-past-support
resource "google_sql_database_instance" "newest" {
  name             = "newest"
  database_version = "POSTGRES_99"
}

# ok: managed-database-past-support
resource "google_sql_database_instance" "ledger" {
  name             = "ledger"
  database_version = "SQLSERVER_2022_STANDARD"
}

# ok: managed-database-past-support
module "newest" {
  source         = "terraform-aws-modules/rds/aws"
  version        = "6.12.0"
  engine         = "postgres"
  engine_version = "99.1"
}
