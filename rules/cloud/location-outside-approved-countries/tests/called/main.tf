locals {
  places = { first = "West Europe" }
}

module "first" {
  source = "./modules/records"
  place  = local.places.first
}

module "second" {
  source = "./modules/records"
  name   = "second"
  place  = "brazilsouth"
}
