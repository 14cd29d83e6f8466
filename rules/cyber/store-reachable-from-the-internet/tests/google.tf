# ok: store-reachable-from-the-internet
resource "google_sql_database_instance" "office" {
  name = "office"

  settings {
    ip_configuration {
      authorized_networks {
        value = "203.0.113.0/24"
      }
    }
  }
}

# ruleid: store-reachable-from-the-internet
resource "google_sql_database_instance" "both" {
  name = "both"

  settings {
    ip_configuration {
      authorized_networks {
        value = "203.0.113.0/24"
      }

      authorized_networks {
        value = "::/0"
      }
    }
  }
}

resource "google_sql_database_instance" "unset" {
  name = "unset"

  settings {
    tier = "db-f1-micro"
  }
}

# ok: store-reachable-from-the-internet
resource "google_storage_bucket" "kept" {
  name                     = "kept"
  public_access_prevention = "enforced"
}

resource "google_storage_bucket" "unset" {
  name = "unset"
}

# ok: store-reachable-from-the-internet
resource "google_storage_bucket_iam_member" "one" {
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:api@records.iam.gserviceaccount.com"
}

# ruleid: store-reachable-from-the-internet
resource "google_storage_bucket_iam_binding" "all" {
  role    = "roles/storage.objectViewer"
  members = ["serviceAccount:api@records.iam.gserviceaccount.com", "allAuthenticatedUsers"]
}

# ok: store-reachable-from-the-internet
resource "google_storage_bucket_iam_binding" "one" {
  role    = "roles/storage.objectViewer"
  members = ["serviceAccount:api@records.iam.gserviceaccount.com"]
}

# ruleid: store-reachable-from-the-internet
resource "google_storage_bucket_access_control" "all" {
  bucket = "letters"
  role   = "READER"
  entity = "allUsers"
}

# ok: store-reachable-from-the-internet
resource "google_storage_bucket_access_control" "one" {
  bucket = "letters"
  role   = "READER"
  entity = "user-api@records.iam.gserviceaccount.com"
}

# ruleid: store-reachable-from-the-internet
resource "google_bigquery_dataset_access" "all" {
  dataset_id    = "records"
  role          = "READER"
  special_group = "allAuthenticatedUsers"
}

# ok: store-reachable-from-the-internet
resource "google_bigquery_dataset_access" "owners" {
  dataset_id    = "records"
  role          = "OWNER"
  special_group = "projectOwners"
}

variable "offices" {
  type = list(object({ value = string }))
}

# open: store-reachable-from-the-internet
resource "google_sql_database_instance" "offices" {
  database_version = "POSTGRES_17"
  settings {
    tier = "db-f1-micro"
    ip_configuration {
      dynamic "authorized_networks" {
        for_each = var.offices
        content {
          value = authorized_networks.value.value
        }
      }
    }
  }
}

# ruleid: store-reachable-from-the-internet
resource "google_bigquery_dataset" "for_everybody" {
  dataset_id = "admissions"
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}

# ok: store-reachable-from-the-internet
resource "google_bigquery_dataset" "for_a_group" {
  dataset_id = "letters"
  access {
    role           = "READER"
    group_by_email = "analysts@example.org"
  }
}
