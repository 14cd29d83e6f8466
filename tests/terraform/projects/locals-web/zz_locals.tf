locals {
  name         = "${local.prefix}-${local.short[local.stage]}"
  short        = { production = "prd", integration = "int" }
  prefix       = lower(replace(local.service, " ", "-"))
  by_tier      = { for name, app in local.apps : app.tier => name... }
  public       = [for name, app in local.apps : name if lookup(app, "public", false)]
  port_of      = { for name, app in local.apps : name => try(app.port, local.default_port) }
  ranked       = sort([for tier in keys(local.by_tier) : format("%s=%d", tier, length(local.by_tier[tier]))])
  default_port = 8443
}
