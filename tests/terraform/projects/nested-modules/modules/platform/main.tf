variable "name" { type = string }
variable "zones" { type = list(string) }
variable "encryption" {
  type = object({ key_id = string, algorithm = optional(string, "aws:kms") })
}

locals { full_name = "${var.name}-platform" }

module "storage" {
  source = "./storage"
  name   = local.full_name
  key    = var.encryption
  rules  = module.rules.rules
}

module "rules" {
  source = "../rules"
  days   = length(var.zones) * 30
}

output "storage" {
  value = {
    bucket = module.storage.bucket
    rules  = module.storage.rule_names
    banner = upper(module.storage.bucket)
  }
}

output "paths" {
  value = { module = module.storage.path, root = module.storage.root }
}
