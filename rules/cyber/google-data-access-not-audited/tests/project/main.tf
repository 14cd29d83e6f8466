resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = "wards"
}

resource "google_folder_iam_audit_config" "all" {
  folder  = "folders/1"
  service = "allServices"
  audit_log_config {
    log_type = "DATA_WRITE"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
}
