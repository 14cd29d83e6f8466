resource "azurerm_api_management_api_operation" "wards" {
  operation_id        = "wards"
  api_name            = "wards"
  api_management_name = "trust"
  resource_group_name = "trust"
  display_name        = "Wards"
  method              = "GET"
  url_template        = "/wards"
}

resource "azurerm_api_management_api_operation" "bed" {
  operation_id        = "bed"
  api_name            = "wards"
  api_management_name = "trust"
  resource_group_name = "trust"
  display_name        = "Bed"
  method              = "DELETE"
  url_template        = "/beds/{bed}"
}

resource "azurerm_api_management_api_operation" "export" {
  operation_id        = "export"
  api_name            = "wards"
  api_management_name = "trust"
  resource_group_name = "trust"
  display_name        = "Export"
  method              = "GET"
  url_template        = "/wards-export"
}
