# ruleid: backup-plan-copies-abroad
resource "google_sql_database_instance" "records" {
  name   = "records"
  region = "europe-west2"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled  = true
      location = "us"
    }
  }
}

# ok: backup-plan-copies-abroad
resource "google_sql_database_instance" "orders" {
  name   = "orders"
  region = "europe-west2"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled  = true
      location = "eu"
    }
  }
}

# ok: backup-plan-copies-abroad
resource "google_sql_database_instance" "letters" {
  name   = "letters"
  region = "europe-west2"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled  = true
      location = "europe-west2"
    }
  }
}

resource "google_sql_database_instance" "plain" {
  name   = "plain"
  region = "europe-west2"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = true
    }
  }
}

# ruleid: backup-plan-copies-abroad
resource "google_storage_bucket" "images" {
  name     = "images"
  location = "US"
  custom_placement_config {
    data_locations = ["US-EAST4", "EUROPE-WEST2"]
  }
}

# ok: backup-plan-copies-abroad
resource "google_storage_bucket" "near" {
  name     = "near"
  location = "EU"
  custom_placement_config {
    data_locations = ["EUROPE-WEST1", "EUROPE-WEST4"]
  }
}

# ruleid: backup-plan-copies-abroad
resource "google_compute_resource_policy" "abroad" {
  name = "abroad"
  snapshot_schedule_policy {
    snapshot_properties {
      storage_locations = ["asia"]
    }
  }
}

# ok: backup-plan-copies-abroad
resource "google_compute_resource_policy" "near" {
  name = "near"
  snapshot_schedule_policy {
    snapshot_properties {
      storage_locations = ["eu"]
    }
  }
}

# ok: backup-plan-copies-abroad
resource "google_compute_resource_policy" "london" {
  name = "london"
  snapshot_schedule_policy {
    snapshot_properties {
      storage_locations = ["europe-west2"]
    }
  }
}

resource "google_compute_resource_policy" "placement" {
  name = "placement"
  group_placement_policy {
    collocation = "COLLOCATED"
  }
}
