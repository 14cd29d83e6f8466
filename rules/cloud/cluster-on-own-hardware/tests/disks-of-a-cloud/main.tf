resource "google_container_cluster" "records" {
  name     = "records"
  location = "europe-west2"
}
