# ruleid: copies-outside-approved-countries
resource "google_sql_database_instance" "replica_abroad" {
  name                 = "records-replica"
  master_instance_name = "records"
  region               = "us-central1"
}

# ok: copies-outside-approved-countries
resource "google_sql_database_instance" "replica" {
  name                 = "records-replica-2"
  master_instance_name = "records"
  region               = "europe-west1"
}

# The first instance is no copy.
resource "google_sql_database_instance" "records" {
  name   = "records"
  region = "us-central1"
}

# ruleid: copies-outside-approved-countries
resource "google_compute_snapshot" "disk" {
  name              = "disk"
  source_disk       = "data"
  storage_locations = ["us"]
}

# ok: copies-outside-approved-countries
resource "google_compute_snapshot" "near" {
  name              = "near"
  source_disk       = "data"
  storage_locations = ["eu"]
}
