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
