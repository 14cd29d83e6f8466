resource "google_cloud_run_v2_service" "portal" {
  name = "portal"
  # ok: location-outside-approved-countries
  location = "europe-west6"
}

resource "google_container_cluster" "test" {
  name = "test"
  # ok: location-outside-approved-countries
  location = "europe-west4-b"
}

resource "google_storage_bucket" "near" {
  name = "near"
  # ok: location-outside-approved-countries
  location = "EUROPE-WEST2"
}

resource "google_container_cluster" "far" {
  name = "far"
  # ruleid: location-outside-approved-countries
  location = "europe-west20-a"
}

resource "google_firestore_database" "many" {
  name = "many"
  # ruleid: location-outside-approved-countries
  location = "nam5"
}

resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  # ok: location-outside-approved-countries
  location = "Switzerland North"
}

resource "google_storage_bucket" "two" {
  name = "two"
  # London and Frankfurt.
  # ok: location-outside-approved-countries
  location = "EUR7"
}

variable "dataset_location" {
  type    = string
  default = ""
}

resource "google_bigquery_dataset" "nobody_has_chosen" {
  dataset_id = "bills"
  # open: location-outside-approved-countries
  location = var.dataset_location
}

resource "google_storage_bucket" "to_be_filled_in" {
  name = "letters"
  # open: location-outside-approved-countries
  location = "REPLACE_WITH_LOCATION"
}
