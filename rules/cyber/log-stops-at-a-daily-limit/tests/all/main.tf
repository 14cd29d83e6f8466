locals {
  limits = { dev = 1, live = 20 }
}

resource "azurerm_log_analytics_workspace" "each" {
  for_each = local.limits

  name                = "each-${each.key}"
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = each.value
}
