module "wards" {
  source = "./repository"
}
