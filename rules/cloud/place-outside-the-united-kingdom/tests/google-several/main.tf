resource "google_storage_bucket" "b" {
  location = "EUR4"
}
