resource "azurerm_cdn_frontdoor_profile" "records" {
  name                = "records"
  resource_group_name = "records"
  sku_name            = "Premium_AzureFrontDoor"
}
