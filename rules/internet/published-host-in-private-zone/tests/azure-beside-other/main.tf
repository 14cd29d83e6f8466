resource "azurerm_private_dns_zone" "inside" {
  name                = "wards.nhs.uk"
  resource_group_name = "wards"
}
resource "azurerm_dns_zone" "public" {
  name                = "beds.nhs.uk"
  resource_group_name = "dns"
}
data "aws_route53_zone" "mail" {
  name = "mail.example.org"
}
module "network" {
  source  = "Azure/vnet/azurerm"
  version = "5.0.1"
}
