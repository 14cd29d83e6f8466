resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = "wards"
}

variable "types" {}

resource "google_project_iam_audit_config" "some" {
  project = "wards"
  service = "allServices"
  audit_log_config {
    log_type = var.types
  }
}
