resource "google_bigquery_dataset" "records" {
  dataset_id = "records"
}
