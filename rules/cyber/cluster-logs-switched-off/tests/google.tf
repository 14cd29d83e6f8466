# ok: cluster-logs-switched-off
resource "google_container_cluster" "as_it_comes" {
  name = "wards"
}

# ok: cluster-logs-switched-off
resource "google_container_cluster" "chosen" {
  name = "wards"
  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"]
  }
}

# ruleid: cluster-logs-switched-off
resource "google_container_cluster" "off" {
  name            = "wards"
  logging_service = "none"
}

# ruleid: cluster-logs-switched-off
resource "google_container_cluster" "emptied" {
  name = "wards"
  logging_config {
    enable_components = []
  }
}

variable "logging" {}

# open: cluster-logs-switched-off
resource "google_container_cluster" "elsewhere" {
  name            = "wards"
  logging_service = var.logging
}

# ok: cluster-logs-switched-off
resource "google_container_cluster" "older_form" {
  name            = "wards"
  logging_service = "logging.googleapis.com/kubernetes"
}
