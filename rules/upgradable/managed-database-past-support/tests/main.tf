variable "engine_version" {
  type = string
}

resource "aws_db_instance" "records" {
  identifier     = "records"
  engine         = "postgres"
  # ruleid: managed-database-past-support
  engine_version = "11.22"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "current" {
  identifier     = "current"
  engine         = "postgres"
  # ok: managed-database-past-support
  engine_version = "17.4"
  instance_class = "db.t4g.medium"
}

# ok: managed-database-past-support
resource "aws_db_instance" "default_version" {
  identifier     = "default"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_rds_cluster" "chosen" {
  cluster_identifier = "chosen"
  engine             = "aurora-postgresql"
  # open: managed-database-past-support
  engine_version     = var.engine_version
}

resource "aws_rds_cluster" "old" {
  cluster_identifier = "old"
  engine             = "aurora-mysql"
  # ruleid: managed-database-past-support
  engine_version     = "5.7.mysql_aurora.2.11.2"
}

resource "azurerm_mysql_flexible_server" "old" {
  name    = "old"
  # ruleid: managed-database-past-support
  version = "5.7"
}

resource "azurerm_postgresql_flexible_server" "current" {
  name    = "current"
  # ok: managed-database-past-support
  version = "17"
}

resource "google_sql_database_instance" "old" {
  name             = "old"
  # ruleid: managed-database-past-support
  database_version = "POSTGRES_9_6"
}

resource "google_sql_database_instance" "reporting" {
  name             = "reporting"
  # ok: managed-database-past-support
  database_version = "SQLSERVER_2019_STANDARD"
}

module "records" {
  source         = "terraform-aws-modules/rds/aws"
  version        = "6.5.2"
  identifier     = "records"
  engine         = "postgres"
  # ruleid: managed-database-past-support
  engine_version = "12"
}

module "engine_room" {
  source         = "./modules/engine"
  engine         = "diesel"
  # ok: managed-database-past-support
  engine_version = "1"
}

resource "google_sql_database_instance" "tables" {
  name             = "tables"
  # ruleid: managed-database-past-support
  database_version = "MYSQL_5_7"
}

resource "google_sql_database_instance" "records" {
  name             = "records"
  # ok: managed-database-past-support
  database_version = "POSTGRES_17"
}

resource "azurerm_mysql_flexible_server" "current" {
  name    = "current"
  # ok: managed-database-past-support
  version = "8.4"
}

resource "azurerm_postgresql_flexible_server" "old" {
  name    = "old"
  # ruleid: managed-database-past-support
  version = "12"
}

resource "aws_db_instance" "stock" {
  identifier     = "stock"
  engine         = "oracle-ee"
  # ok: managed-database-past-support
  engine_version = "19.0.0.0.ru-2025-07.rur-2025-07.r1"
  instance_class = "db.m6i.large"
}

# A release of which nothing is known yet.
resource "aws_db_instance" "newest" {
  identifier     = "newest"
  engine         = "postgres"
  # ok: managed-database-past-support
  engine_version = "99.1"
  instance_class = "db.t4g.medium"
}

resource "azurerm_postgresql_flexible_server" "newest" {
  name    = "newest"
  # ok: managed-database-past-support
  version = "99"
}

resource "google_sql_database_instance" "newest" {
  name             = "newest"
  # ok: managed-database-past-support
  database_version = "POSTGRES_99"
}

resource "google_sql_database_instance" "ledger" {
  name             = "ledger"
  # ok: managed-database-past-support
  database_version = "SQLSERVER_2022_STANDARD"
}

module "newest" {
  source         = "terraform-aws-modules/rds/aws"
  version        = "6.12.0"
  engine         = "postgres"
  # ok: managed-database-past-support
  engine_version = "99.1"
}
