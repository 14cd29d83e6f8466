# ok: fhir-store-of-an-old-release
resource "awscc_healthlake_fhir_datastore" "current" {
  name = "current"
  datastore_type_version = "R4"
}

