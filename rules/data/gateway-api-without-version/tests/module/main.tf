module "beds" {
  source = "./api"
  path   = "beds"
}

module "porters" {
  source      = "./api"
  path        = "porters"
  api_version = "v3"
}
