module "letters" {
  source = "./modules/letters"
}
