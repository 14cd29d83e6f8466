variable "audited" {
  type = set(string)
}

resource "azurerm_kubernetes_cluster" "wards" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "all" {
  for_each           = var.audited
  name               = "audit"
  target_resource_id = each.value
  enabled_log {
    category = "kube-audit"
  }
}
