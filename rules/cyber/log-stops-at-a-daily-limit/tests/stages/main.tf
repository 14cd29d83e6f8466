variable "stage" {
  type = string
}

resource "azurerm_log_analytics_workspace" "wards" {
  name                = "wards-${var.stage}"
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = var.stage == "prod" ? "-1" : "2"
}

# One that serves only tests, by its name.
resource "azurerm_log_analytics_workspace" "sandbox" {
  name                = "sandbox"
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = 1
}

resource "azurerm_log_analytics_workspace" "each" {
  for_each = { dev = 1, uat = 2, live = -1 }

  name                = "each-${each.key}"
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = each.value
}
