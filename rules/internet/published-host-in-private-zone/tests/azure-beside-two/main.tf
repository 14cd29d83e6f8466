resource "azurerm_private_dns_zone" "inside" {
  name                = "wards.nhs.uk"
  resource_group_name = "wards"
}
resource "aws_route53_zone" "mail" {
  name = "mail.example.org"
}
resource "aws_route53_zone" "beds" {
  name = "beds.nhs.uk"
}
