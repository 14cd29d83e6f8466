module "beds" {
  source = "./api"
  # review: gateway-api-without-version
  path = "beds"
}
