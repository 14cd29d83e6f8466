locals {
  service = "Patient Index"
  stage   = "production"
  apps = {
    web    = { tier = "front", public = true, port = 443 }
    search = { tier = "back" }
    match  = { tier = "back", port = "9000" }
  }
  base_tags = {
    Service                      = local.service
    "nhs:tier"                   = "gold"
    (local.stage)                = "yes"
    (upper("${local.prefix}_x")) = local.name
  }
  all_tags = merge(local.base_tags, { Service = "Patient Index 2" }, null, { for k, v in { a = 1, b = 2 } : "count-${k}" => v * 2 })
  matrix   = [for x in [1, 2, 3] : [for y in range(x) : x * y]]
  deep     = { for x in ["a", "b"] : x => { for y in ["c", "d"] : y => "${x}${y}" if !(x == "b" && y == "c") } }
  not_used = local.deep.b.d
}

resource "aws_ecs_cluster" "this" {
  name = local.name
  tags = local.all_tags

  setting {
    name  = "containerInsights"
    value = contains(local.public, "web") ? "enabled" : "disabled"
  }
}

resource "aws_lb_target_group" "this" {
  for_each = local.port_of

  name        = substr("${local.prefix}-${each.key}-${local.stage}", 0, 24)
  port        = each.value
  protocol    = each.value == 443 || each.value == "443" ? "HTTPS" : "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-0a1b2c3d"
  tags        = { Peers = join("+", local.by_tier[local.apps[each.key].tier]) }
}

resource "terraform_data" "shapes" {
  input = [local.matrix, local.deep, local.ranked, local.by_tier, local.public]
}
