module "wards_api" {
  source = "git::https://example.nhs.uk/platform/terraform-api-mgmt-api?ref=1.2.0"
  name   = "wards"
}
