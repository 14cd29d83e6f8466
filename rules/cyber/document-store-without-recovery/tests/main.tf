variable "recover" {}

variable "off" {
  default = false
}

# ruleid: document-store-without-recovery
resource "aws_dynamodb_table" "records" {
  name = "records"
}

# ruleid: document-store-without-recovery
resource "aws_dynamodb_table" "letters" {
  name = "letters"
  point_in_time_recovery {
    enabled = var.off
  }
}

# ok: document-store-without-recovery
resource "aws_dynamodb_table" "kept" {
  name = "records"
  point_in_time_recovery {
    enabled = true
  }
}

# open: document-store-without-recovery
resource "aws_dynamodb_table" "unknown" {
  name = "records"
  point_in_time_recovery {
    enabled = var.recover
  }
}

# ok: document-store-without-recovery
resource "aws_dynamodb_table" "terraform_locks" {
  name = "locks"
}

# ruleid: document-store-without-recovery
resource "azurerm_cosmosdb_account" "as_it_comes" {
  name = "records"
}

# ruleid: document-store-without-recovery
resource "azurerm_cosmosdb_account" "hours" {
  name = "records"
  backup {
    type                = "Periodic"
    interval_in_minutes = 240
    retention_in_hours  = 24
  }
}

# ok: document-store-without-recovery
resource "azurerm_cosmosdb_account" "continuous" {
  name = "records"
  backup {
    type = "Continuous"
  }
}

# ok: document-store-without-recovery
resource "azurerm_cosmosdb_account" "weeks" {
  name = "records"
  backup {
    type               = "Periodic"
    retention_in_hours = 168
  }
}

# ruleid: document-store-without-recovery
resource "google_firestore_database" "none" {
  name                              = "records"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_DISABLED"
}

# ok: document-store-without-recovery
resource "google_firestore_database" "kept" {
  name                              = "records"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
}

# ok: document-store-without-recovery
resource "google_firestore_database" "copied" {
  name = "records"
}

resource "google_firestore_backup_schedule" "copied" {
  database  = google_firestore_database.copied.name
  retention = "8467200s"
}

# What waits for its answer is of no use a week later.
# ok: document-store-without-recovery
resource "aws_dynamodb_table" "answers_queue" {
  name     = "answers"
  hash_key = "key"
}

# Terraform's own lock, whatever its name.
# ok: document-store-without-recovery
resource "aws_dynamodb_table" "state" {
  name     = "state"
  hash_key = "LockID"
}

# ruleid: document-store-without-recovery
resource "aws_dynamodb_table" "message_state" {
  name     = "message-state"
  hash_key = "message"
}

# What throws its records away after a while.
# ok: document-store-without-recovery
resource "aws_dynamodb_table" "download_links" {
  name     = "download-links"
  hash_key = "id"

  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}

# open: document-store-without-recovery
resource "aws_dynamodb_table" "chosen_by_tag" {
  name     = "letters"
  hash_key = "id"
  tags = {
    "aws:backup:plan" = "daily"
  }
}
