# ruleid: cluster-audit-log-off
resource "azurerm_kubernetes_cluster" "metrics_only" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "metrics_only" {
  name               = "metrics"
  target_resource_id = azurerm_kubernetes_cluster.metrics_only.id
  enabled_log {
    category = "cluster-autoscaler"
  }
  metric {
    category = "AllMetrics"
  }
}

# ruleid: cluster-audit-log-off
resource "azurerm_kubernetes_cluster" "old_and_off" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "old_and_off" {
  name               = "audit"
  target_resource_id = azurerm_kubernetes_cluster.old_and_off.id
  log {
    category = "kube-audit"
    enabled  = false
  }
}

# ok: cluster-audit-log-off
resource "azurerm_kubernetes_cluster" "audited" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "audited" {
  name               = "audit"
  target_resource_id = azurerm_kubernetes_cluster.audited.id
  enabled_log {
    category = "kube-audit-admin"
  }
  enabled_log {
    category = "cluster-autoscaler"
  }
}

# ok: cluster-audit-log-off
resource "azurerm_kubernetes_cluster" "group" {
  name = "wards"
}

resource "azurerm_monitor_diagnostic_setting" "group" {
  name               = "audit"
  target_resource_id = azurerm_kubernetes_cluster.group.id
  log {
    category_group = "allLogs"
  }
}
