module "wards" {
  source      = "./app"
  create_slot = 0
}
