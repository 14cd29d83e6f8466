module "wards" {
  source = "./method"
}
