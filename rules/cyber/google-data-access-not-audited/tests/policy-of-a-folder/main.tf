resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = "wards"
}

data "google_iam_policy" "all" {
  audit_config {
    service = "allServices"
    audit_log_configs {
      log_type = "DATA_READ"
    }
    audit_log_configs {
      log_type = "DATA_WRITE"
    }
  }
}

resource "google_folder_iam_policy" "all" {
  folder      = "1"
  policy_data = data.google_iam_policy.all.policy_data
}
