resource "google_sql_database_instance" "clear" {
  name             = "clear"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ipv4_enabled = false
    }
  }
}

# Only Google's connectors come in here, and they encrypt.
# ok: store-answers-in-clear-text
resource "google_sql_database_instance" "bare" {
  name             = "bare"
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"
  }
}

# ok: store-answers-in-clear-text
resource "google_sql_database_instance" "records" {
  name             = "records"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
  }
}

# ok: store-answers-in-clear-text
resource "google_sql_database_instance" "old" {
  name             = "old"
  database_version = "POSTGRES_13"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      require_ssl = true
    }
  }
}

# The newer of the two settings counts.
# ruleid: store-answers-in-clear-text
resource "google_sql_database_instance" "both" {
  name             = "both"
  database_version = "POSTGRES_13"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      require_ssl = true
      ssl_mode    = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 1
}

# ok: store-answers-in-clear-text
resource "google_redis_instance" "results" {
  name                    = "results"
  memory_size_gb          = 1
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}

resource "google_redis_cluster" "clear" {
  name        = "clear"
  shard_count = 3
}

# ok: store-answers-in-clear-text
resource "google_redis_cluster" "kept" {
  name                    = "kept"
  shard_count             = 3
  transit_encryption_mode = "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"
}

# ruleid: store-answers-in-clear-text
resource "google_alloydb_instance" "clear" {
  cluster     = "records"
  instance_id = "clear"

  client_connection_config {
    ssl_config {
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

# ok: store-answers-in-clear-text
resource "google_alloydb_instance" "kept" {
  cluster     = "records"
  instance_id = "kept"

  client_connection_config {
    ssl_config {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

resource "google_alloydb_instance" "unset" {
  cluster     = "records"
  instance_id = "unset"
}

variable "networks" {
  type = list(string)
}

# open: store-answers-in-clear-text
resource "google_sql_database_instance" "by_a_list" {
  settings {
    tier = "db-f1-micro"
    dynamic "ip_configuration" {
      for_each = var.networks
      content {
        ssl_mode = "ENCRYPTED_ONLY"
      }
    }
  }
}

# ok: store-answers-in-clear-text
resource "google_sql_database_instance" "connectors" {
  name             = "connectors"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ipv4_enabled = true
    }
  }
}

resource "google_sql_database_instance" "ward" {
  name             = "ward"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ipv4_enabled = true

      authorized_networks {
        name  = "ward"
        value = "192.0.2.0/24"
      }
    }
  }
}

resource "google_sql_database_instance" "inside" {
  name             = "inside"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      private_network = "projects/letters/global/networks/inside"
    }
  }
}
