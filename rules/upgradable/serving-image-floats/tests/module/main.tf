module "letters" {
  source = "./modules/service"
  image  = "registry.example/letters:nightly"
}

module "wards" {
  source = "./modules/service"
  image  = "registry.example/wards:3.1.0"
}
