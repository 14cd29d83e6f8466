module "someone" {
  source = "./user"
}
