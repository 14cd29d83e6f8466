module "platform" {
  source = "./modules/platform"

  name  = "referrals"
  zones = ["a", "b"]
  encryption = {
    key_id = module.keys.key_alias
  }
}

module "keys" {
  source = "./modules/keys/"
  name   = "referrals"
}

resource "aws_ssm_parameter" "bucket" {
  name  = "/referrals/bucket"
  type  = "String"
  value = module.platform.storage.bucket
}

resource "aws_ssm_parameter" "where" {
  name  = "/referrals/where"
  type  = "StringList"
  value = join(",", [module.platform.paths.module, module.platform.paths.root, path.module, path.root])
}

output "storage" {
  value = module.platform.storage
}

output "key" {
  value = module.keys
}
