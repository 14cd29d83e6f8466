variable "components" {
  type = list(string)
}

resource "google_container_cluster" "this" {
  name = "wards"
  logging_config {
    enable_components = var.components
  }
}
