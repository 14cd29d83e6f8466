resource "google_storage_bucket" "r" {
  name     = "r"
  location = "EUROPE-WEST2"
  labels     = { data_classification = "personal" }
}
