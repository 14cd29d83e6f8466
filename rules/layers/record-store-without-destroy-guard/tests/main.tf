# review: record-store-without-destroy-guard
resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
}

# ok: record-store-without-destroy-guard
resource "aws_dynamodb_table" "appointments" {
  name                        = "appointments"
  deletion_protection_enabled = true
}

# ok: record-store-without-destroy-guard
resource "azurerm_cosmosdb_account" "booking" {
  name = "booking"

  lifecycle {
    prevent_destroy = true
  }
}

# ok: record-store-without-destroy-guard
resource "azurerm_postgresql_flexible_server" "records" {
  name = "records"
}

resource "azurerm_management_lock" "records" {
  name       = "records"
  scope      = azurerm_postgresql_flexible_server.records.id
  lock_level = "CanNotDelete"
}

# Terraform's own lock, not records.
# ok: record-store-without-destroy-guard
resource "aws_dynamodb_table" "terraform_lock" {
  name = "terraform-lock"
}

# Protected unless it is switched off.
# ok: record-store-without-destroy-guard
resource "google_sql_database_instance" "records" {
  name             = "records"
  database_version = "POSTGRES_17"
}

# review: record-store-without-destroy-guard
resource "google_sql_database_instance" "loose" {
  name                = "loose"
  deletion_protection = false
}

# open: record-store-without-destroy-guard
resource "aws_dynamodb_table" "given" {
  name                        = "given"
  deletion_protection_enabled = var.protect
}

variable "protect" { type = bool }
