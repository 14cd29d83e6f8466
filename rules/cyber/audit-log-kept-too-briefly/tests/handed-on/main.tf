module "logs" {
  source = "./modules/logs"
}

module "vault" {
  source       = "./modules/vault"
  workspace_id = module.logs.workspace_id
}
