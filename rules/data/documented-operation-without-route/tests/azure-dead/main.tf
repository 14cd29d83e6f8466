resource "azurerm_api_management_api_operation" "all" {
  operation_id        = "all"
  api_name            = "wards"
  api_management_name = "t"
  resource_group_name = "t"
  display_name        = "all"
  method              = "GET"
  url_template        = "/wards"
}

resource "azurerm_api_management_api_operation" "one" {
  operation_id        = "one"
  api_name            = "wards"
  api_management_name = "t"
  resource_group_name = "t"
  display_name        = "one"
  method              = "GET"
  url_template        = "/wards/{ward}"
}

