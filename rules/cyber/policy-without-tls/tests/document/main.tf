module "letters" {
  source = "./bucket"
  name   = "letters"
}
