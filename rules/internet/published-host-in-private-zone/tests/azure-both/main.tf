resource "azurerm_private_dns_zone" "inside" {
  name                = "wards.nhs.uk"
  resource_group_name = "wards"
}
resource "azurerm_dns_zone" "public" {
  name                = "wards.nhs.uk"
  resource_group_name = "wards"
}
