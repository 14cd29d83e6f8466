resource "azurerm_api_management_api_policy" "referrals" {
  api_name    = "referrals"
  xml_content = "<policies><inbound><validate-jwt header-name=\"Authorization\" /></inbound></policies>"
}
