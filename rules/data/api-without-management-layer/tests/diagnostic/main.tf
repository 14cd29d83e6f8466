resource "azurerm_api_management_api_diagnostic" "wards" {
  identifier          = "applicationinsights"
  api_name            = "wards"
  api_management_name = "shared"
}
