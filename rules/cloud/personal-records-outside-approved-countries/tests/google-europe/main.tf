resource "google_bigquery_dataset" "r" {
  name     = "r"
  location = "EU"
  labels     = { data_classification = "personal" }
}
