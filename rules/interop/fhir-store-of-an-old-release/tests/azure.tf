# ok: fhir-store-of-an-old-release
resource "azurerm_healthcare_fhir_service" "current" {
  name = "current"
  workspace_id = "w"
  kind = "fhir-R4"
}

# ok: fhir-store-of-an-old-release
resource "azurerm_healthcare_fhir_service" "plain" {
  name = "plain"
  workspace_id = "w"
}

# ruleid: fhir-store-of-an-old-release
resource "azurerm_healthcare_fhir_service" "old" {
  name = "old"
  workspace_id = "w"
  kind = "fhir-Stu3"
}

# ok: fhir-store-of-an-old-release
resource "azurerm_healthcare_service" "first" {
  name = "first"
  kind = "fhir"
}

# ruleid: fhir-store-of-an-old-release
resource "azurerm_healthcare_service" "older" {
  name = "older"
  kind = "fhir-Stu3"
}

# ok: fhir-store-of-an-old-release
resource "azurerm_healthcare_service" "bare" {
  name = "bare"
}

