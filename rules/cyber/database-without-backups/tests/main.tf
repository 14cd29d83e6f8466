resource "aws_db_instance" "kept" {
  engine = "postgres"
  # ok: database-without-backups
  backup_retention_period = 35
}

resource "aws_db_instance" "off" {
  engine = "postgres"
  # ruleid: database-without-backups
  backup_retention_period = 0
}

# ruleid: database-without-backups
resource "aws_db_instance" "silent" {
  engine = "mysql"
}

# ok: database-without-backups
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.kept.identifier
}

# ruleid: database-without-backups
resource "aws_rds_cluster" "default" {
  engine = "aurora-postgresql"
}

variable "days" {
  type = number
}

resource "aws_rds_cluster" "chosen_later" {
  engine = "aurora-postgresql"
  # open: database-without-backups
  backup_retention_period = var.days
}

# ok: database-without-backups
resource "google_sql_database_instance" "kept" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}

# ruleid: database-without-backups
resource "google_sql_database_instance" "off" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-f1-micro"
  }
}

# ruleid: database-without-backups
resource "aws_docdb_cluster" "default" {
  engine = "docdb"
}

resource "aws_neptune_cluster" "kept" {
  engine = "neptune"
  # ok: database-without-backups
  backup_retention_period = 14
}

# ok: database-without-backups
resource "aws_rds_cluster" "second_region" {
  replication_source_identifier = aws_rds_cluster.default.arn
}

# ok: database-without-backups
resource "google_sql_database_instance" "replica" {
  master_instance_name = google_sql_database_instance.kept.name
}

# ruleid: database-without-backups
resource "google_sql_database_instance" "declared_off" {
  settings {
    tier = "db-f1-micro"
    backup_configuration {
      enabled = false
    }
  }
}

# ok: database-without-backups
resource "google_alloydb_cluster" "by_default" {
  cluster_id = "records"
}

# ruleid: database-without-backups
resource "google_alloydb_cluster" "off" {
  cluster_id = "records"
  automated_backup_policy {
    enabled = false
  }
}

# ok: database-without-backups
resource "azurerm_mssql_database" "by_default" {
  name = "records"
}

# ok: database-without-backups
resource "azurerm_mssql_database" "month" {
  name = "records"
  short_term_retention_policy {
    retention_days = 30
  }
}

# ruleid: database-without-backups
resource "azurerm_mssql_database" "day" {
  name = "records"
  short_term_retention_policy {
    retention_days = 1
  }
}

# ok: database-without-backups
resource "azurerm_mssql_database" "second" {
  name        = "records"
  create_mode = "OnlineSecondary"
  short_term_retention_policy {
    retention_days = 1
  }
}

# ruleid: database-without-backups
resource "azurerm_mysql_flexible_server" "day" {
  name                  = "records"
  backup_retention_days = 1
}

# ok: database-without-backups
resource "azurerm_postgresql_flexible_server" "by_default" {
  name = "records"
}

resource "aws_db_instance" "written_as_text" {
  engine = "mysql"
  # ok: database-without-backups
  backup_retention_period = "35"
}

resource "aws_db_instance" "days_written_as_text" {
  engine = "mysql"
  # ruleid: database-without-backups
  backup_retention_period = "1"
}

# A clone has the settings of what it is made from.
# ok: database-without-backups
resource "google_sql_database_instance" "clone" {
  database_version = "POSTGRES_16"
  clone {
    source_instance_name = google_sql_database_instance.kept.name
  }
}

# ruleid: database-without-backups
resource "google_sql_database_instance" "clone_with_settings" {
  database_version = "POSTGRES_16"
  clone {
    source_instance_name = "records"
  }
  settings {
    tier = "db-f1-micro"
  }
}

variable "backups" {
  type = list(object({ enabled = bool }))
}

# open: database-without-backups
resource "google_sql_database_instance" "asked" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-f1-micro"
    dynamic "backup_configuration" {
      for_each = var.backups
      content {
        enabled = backup_configuration.value.enabled
      }
    }
  }
}
