module "registry" {
  source = "./registry"
}
