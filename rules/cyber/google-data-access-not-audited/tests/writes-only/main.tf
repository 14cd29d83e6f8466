resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = "wards"
}

resource "google_project_iam_audit_config" "writes" {
  project = "wards"
  service = "allServices"
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
