module "wards" {
  source = "./modules/log"
  name   = "wards"
}

module "letters" {
  source = "./modules/log"
  name   = "letters"
  limit  = 10
}
