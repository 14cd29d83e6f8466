# ruleid: store-left-without-tls
resource "google_sql_database_instance" "inside" {
  settings {
    ip_configuration {
      ipv4_enabled = false
    }
  }
}

# ok: store-left-without-tls
resource "google_sql_database_instance" "encrypted" {
  settings {
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
  }
}

# Only Google's connectors come in.
resource "google_sql_database_instance" "connectors" {
  settings {
    tier = "db-f1-micro"
  }
}

# ruleid: store-left-without-tls
resource "google_redis_instance" "sessions" {
  name = "sessions"
}

# ok: store-left-without-tls
resource "google_redis_instance" "results" {
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}
