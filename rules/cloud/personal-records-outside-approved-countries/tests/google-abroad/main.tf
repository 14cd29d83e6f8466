resource "google_sql_database_instance" "r" {
  name     = "r"
  region = "us-central1"
  labels     = { data_classification = "personal" }
}
