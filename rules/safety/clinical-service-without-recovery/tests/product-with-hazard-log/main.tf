module "web" {
  source = "./service"
}
