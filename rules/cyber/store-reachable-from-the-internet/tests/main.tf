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
