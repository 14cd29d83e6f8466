variable "daily_quota_gb" {
  type    = number
  default = -1
}

resource "azurerm_log_analytics_workspace" "wards" {
  name                = "wards"
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = var.daily_quota_gb
}
