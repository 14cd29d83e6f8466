# ok: cluster-audit-log-off
resource "google_container_cluster" "as_it_comes" {
  name = "wards"
}

# ok: cluster-audit-log-off
resource "google_container_cluster" "chosen" {
  name = "wards"
  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"]
  }
}

# ruleid: cluster-audit-log-off
resource "google_container_cluster" "off" {
  name            = "wards"
  logging_service = "none"
}

# ruleid: cluster-audit-log-off
resource "google_container_cluster" "emptied" {
  name = "wards"
  logging_config {
    enable_components = []
  }
}
