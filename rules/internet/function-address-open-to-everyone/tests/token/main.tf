resource "azurerm_api_management_api" "checked" {
  name                  = "records"
  subscription_required = false
}

resource "azurerm_api_management_api_policy" "checked" {
  api_name    = azurerm_api_management_api.checked.name
  xml_content = "<policies><inbound><validate-jwt header-name=\"Authorization\" /></inbound></policies>"
}
