locals {
  places = { first = "West Europe" }
}

module "first" {
  source = "./modules/records"
  # ok: location-outside-approved-countries
  place = local.places.first
}

module "second" {
  source = "./modules/records"
  # ruleid: location-outside-approved-countries
  place = "brazilsouth"
}

resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  # ok: location-outside-approved-countries
  location = "Switzerland North"
}
