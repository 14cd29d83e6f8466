variable "account" {}

# review: fhir-service-without-export-account
resource "azurerm_healthcare_fhir_service" "records" {
  name = "records"
}

# review: fhir-service-without-export-account
resource "azurerm_healthcare_service" "older" {
  name = "older"
}

# review: fhir-service-without-export-account
resource "azurerm_healthcare_fhir_service" "emptied" {
  name = "emptied"
  configuration_export_storage_account_name = ""
}

# ok: fhir-service-without-export-account
resource "azurerm_healthcare_fhir_service" "exported" {
  name                                      = "exported"
  configuration_export_storage_account_name = "exports"
}

# open: fhir-service-without-export-account
resource "azurerm_healthcare_fhir_service" "chosen" {
  name                                      = "chosen"
  configuration_export_storage_account_name = var.account
}

# ok: fhir-service-without-export-account
resource "google_healthcare_fhir_store" "records" {
  name    = "records"
  version = "R4"
}

# ok: fhir-service-without-export-account
resource "awscc_healthlake_fhir_datastore" "records" {
  datastore_type_version = "R4"
}
