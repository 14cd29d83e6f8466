variable "limit" {
  type    = number
  default = null
}

variable "name" {
  type = string
}

resource "azurerm_log_analytics_workspace" "this" {
  name                = var.name
  location            = "uksouth"
  resource_group_name = "wards"
  daily_quota_gb      = var.limit
}
