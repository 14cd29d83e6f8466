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

resource "aws_db_instance" "written_as_text" {
  engine = "mysql"
  # ok: database-without-backups
  backup_retention_period = "35"
}

resource "aws_db_instance" "days_written_as_text" {
  engine = "mysql"
  # ok: database-without-backups
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

variable "days" {
  type = number
}

resource "aws_db_instance" "chosen_later" {
  engine = "postgres"
  # open: database-without-backups
  backup_retention_period = var.days
}

# AWS Backup may choose it by its tags.
resource "aws_db_instance" "by_tag" {
  engine = "postgres"
  # open: database-without-backups
  backup_retention_period = 0
  tags = {
    trust_backup = "daily3_weekly35"
  }
}
