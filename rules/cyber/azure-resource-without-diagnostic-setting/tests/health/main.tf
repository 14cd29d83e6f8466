resource "azurerm_healthcare_fhir_service" "none" {
  name = "records"
}
