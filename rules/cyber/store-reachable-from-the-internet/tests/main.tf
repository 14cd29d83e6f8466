# ruleid: store-reachable-from-the-internet
resource "aws_db_instance" "open" {
  engine              = "postgres"
  publicly_accessible = true
}

# ok: store-reachable-from-the-internet
resource "aws_db_instance" "closed" {
  engine = "postgres"
}

# open: store-reachable-from-the-internet
resource "aws_db_instance" "unknown" {
  publicly_accessible = var.public
}

variable "public" {
  type = bool
}

# ruleid: store-reachable-from-the-internet
resource "aws_s3_bucket_acl" "open" {
  bucket = "letters"
  acl    = "public-read"
}

# ok: store-reachable-from-the-internet
resource "aws_s3_bucket_acl" "logs" {
  bucket = "logs"
  acl    = "log-delivery-write"
}

# ruleid: store-reachable-from-the-internet
resource "azurerm_storage_container" "open" {
  name                  = "letters"
  container_access_type = "blob"
}

# ruleid: store-reachable-from-the-internet
resource "azurerm_mssql_firewall_rule" "everyone" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

# ruleid: store-reachable-from-the-internet
resource "azurerm_cosmosdb_account" "open" {
  public_network_access_enabled = true
}

# ok: store-reachable-from-the-internet
resource "azurerm_cosmosdb_account" "closed" {
  public_network_access_enabled = false
}

# ruleid: store-reachable-from-the-internet
resource "google_sql_database_instance" "open" {
  settings {
    ip_configuration {
      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}

# ruleid: store-reachable-from-the-internet
resource "google_storage_bucket_iam_member" "everyone" {
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
