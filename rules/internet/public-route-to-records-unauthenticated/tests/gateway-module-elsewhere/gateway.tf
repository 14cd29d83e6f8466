module "edge" {
  source = "git::https://git.trust.nhs.uk/platform/terraform-api-gateway.git?ref=v4"
  host   = "api.trust.nhs.uk"
}
