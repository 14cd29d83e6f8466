# ok: encryption-at-rest-off
resource "google_sql_database_instance" "records" {
  name             = "records"
  database_version = "POSTGRES_16"
  region           = "europe-west2"
}

# ok: encryption-at-rest-off
resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "europe-west2"
}
