locals {
  stores = {
    "letters"     = { days = 30, replicas = 0 }
    "scans.raw"   = { days = 90, replicas = 2 }
    "x-ray/films" = { days = 365, replicas = 1 }
  }
}

module "store" {
  source   = "./store"
  for_each = local.stores

  name     = replace(each.key, "/[^a-z]/", "-")
  days     = each.value.days
  replicas = each.value.replicas
}

module "worker" {
  source = "./worker"
  count  = 2

  index   = count.index
  buckets = values(module.store)[*].bucket
}

module "optional" {
  source = "./worker"
  count  = length(local.stores) > 5 ? 1 : 0
  index  = 9
}

module "mirror" {
  source   = "./store"
  for_each = { for key, store in module.store : key => store.days if store.replicated }

  name = "mirror-${module.store[each.key].name}"
  days = each.value
}

resource "aws_ssm_parameter" "buckets" {
  name  = "/stores"
  type  = "StringList"
  value = join(",", sort([for store in module.store : store.bucket]))
}

resource "aws_ssm_parameter" "each_store" {
  for_each = module.store

  name  = "/stores/${each.value.name}"
  type  = "String"
  value = each.value.days
}

resource "aws_ssm_parameter" "workers" {
  name  = "/workers"
  type  = "String"
  value = jsonencode({ names = module.worker[*].name, last = module.worker[1].name, none = one(module.optional[*].name) })
}

output "buckets" { value = { for key, store in module.store : key => store.bucket } }
output "replicas" { value = flatten(values(module.store)[*].replicas) }
output "optional" { value = try(module.optional[0].name, "not made") }
