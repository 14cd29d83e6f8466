resource "google_storage_bucket" "letters" {
  name     = "l"
  location = "europe-west2"
  labels   = { data_sensitivity = "high" }
}

resource "google_bigquery_dataset" "report" {
  dataset_id = "r"
  labels     = { team = "beds" }
}

resource "google_sql_database_instance" "beds" {
  name             = "b"
  database_version = "POSTGRES_17"
  settings {
    tier        = "db-custom-2-7680"
    user_labels = { data_class = "personal" }
  }
}

