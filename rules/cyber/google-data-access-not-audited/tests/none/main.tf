resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  dataset = "wards"
}

