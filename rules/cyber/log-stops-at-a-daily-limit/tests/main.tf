resource "azurerm_log_analytics_workspace" "limited" {
  name                = "limited"
  location            = "uksouth"
  resource_group_name = "wards"
  retention_in_days   = 365
  # review: log-stops-at-a-daily-limit
  daily_quota_gb = 0.5
}

# ok: log-stops-at-a-daily-limit
resource "azurerm_log_analytics_workspace" "whole" {
  name                = "whole"
  location            = "uksouth"
  resource_group_name = "wards"
  retention_in_days   = 365
}

resource "azurerm_log_analytics_workspace" "unlimited" {
  name                = "unlimited"
  location            = "uksouth"
  resource_group_name = "wards"
  # ok: log-stops-at-a-daily-limit
  daily_quota_gb = -1
}

variable "limit" {
  type = number
}

resource "azurerm_log_analytics_workspace" "chosen" {
  name                = "chosen"
  location            = "uksouth"
  resource_group_name = "wards"
  # open: log-stops-at-a-daily-limit
  daily_quota_gb = var.limit
}
