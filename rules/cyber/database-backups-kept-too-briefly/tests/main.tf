resource "aws_db_instance" "kept" {
  engine = "postgres"
  # ok: database-backups-kept-too-briefly
  backup_retention_period = 35
}

# ok: database-backups-kept-too-briefly
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.kept.identifier
}

# ruleid: database-backups-kept-too-briefly
resource "aws_rds_cluster" "default" {
  engine = "aurora-postgresql"
}

variable "days" {
  type = number
}

resource "aws_rds_cluster" "chosen_later" {
  engine = "aurora-postgresql"
  # open: database-backups-kept-too-briefly
  backup_retention_period = var.days
}

# ruleid: database-backups-kept-too-briefly
resource "aws_docdb_cluster" "default" {
  engine = "docdb"
}

resource "aws_neptune_cluster" "kept" {
  engine = "neptune"
  # ok: database-backups-kept-too-briefly
  backup_retention_period = 14
}

# ok: database-backups-kept-too-briefly
resource "aws_rds_cluster" "second_region" {
  replication_source_identifier = aws_rds_cluster.default.arn
}

# ok: database-backups-kept-too-briefly
resource "azurerm_mssql_database" "by_default" {
  name = "records"
}

# ok: database-backups-kept-too-briefly
resource "azurerm_mssql_database" "month" {
  name = "records"
  short_term_retention_policy {
    retention_days = 30
  }
}

# ruleid: database-backups-kept-too-briefly
resource "azurerm_mssql_database" "day" {
  name = "records"
  short_term_retention_policy {
    retention_days = 1
  }
}

# ok: database-backups-kept-too-briefly
resource "azurerm_mssql_database" "second" {
  name        = "records"
  create_mode = "OnlineSecondary"
  short_term_retention_policy {
    retention_days = 1
  }
}

# ruleid: database-backups-kept-too-briefly
resource "azurerm_mysql_flexible_server" "day" {
  name                  = "records"
  backup_retention_days = 1
}

# ok: database-backups-kept-too-briefly
resource "azurerm_postgresql_flexible_server" "by_default" {
  name = "records"
}

resource "aws_db_instance" "written_as_text" {
  engine = "mysql"
  # ok: database-backups-kept-too-briefly
  backup_retention_period = "35"
}

resource "aws_db_instance" "days_written_as_text" {
  engine = "mysql"
  # ruleid: database-backups-kept-too-briefly
  backup_retention_period = "1"
}

# AWS Backup may choose it by its tags.
resource "aws_rds_cluster" "by_tag" {
  engine = "aurora-postgresql"
  # open: database-backups-kept-too-briefly
  backup_retention_period = 1
  tags = {
    trust_backup = "daily3_weekly35"
  }
}

# None at all is another rule's.
resource "aws_db_instance" "none" {
  engine = "postgres"
  # ok: database-backups-kept-too-briefly
  backup_retention_period = 0
}
