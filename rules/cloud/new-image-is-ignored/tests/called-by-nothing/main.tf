module "portal" {
  source = "./modules/portal"
}
