module "letters" {
  source = "./letters"
}
