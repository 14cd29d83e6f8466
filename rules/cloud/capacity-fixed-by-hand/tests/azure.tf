# review: capacity-fixed-by-hand
resource "azurerm_service_plan" "fixed" {
  name     = "fixed"
  os_type  = "Linux"
  sku_name = "P1v3"
}

# ok: capacity-fixed-by-hand
resource "azurerm_service_plan" "scaled" {
  name     = "scaled"
  os_type  = "Linux"
  sku_name = "P1v3"
}

resource "azurerm_monitor_autoscale_setting" "scaled" {
  name               = "scaled"
  target_resource_id = azurerm_service_plan.scaled.id
}

# ok: capacity-fixed-by-hand
resource "azurerm_service_plan" "automatic" {
  name                            = "automatic"
  os_type                         = "Linux"
  sku_name                        = "P1v3"
  premium_plan_auto_scale_enabled = true
}

# ok: capacity-fixed-by-hand
resource "azurerm_service_plan" "consumption" {
  name     = "consumption"
  os_type  = "Linux"
  sku_name = "Y1"
}

# A plan of this class cannot scale; it is for trials.
resource "azurerm_service_plan" "basic" {
  name     = "basic"
  os_type  = "Linux"
  sku_name = "B1"
}

# review: capacity-fixed-by-hand
resource "azurerm_linux_virtual_machine_scale_set" "fixed" {
  name      = "fixed"
  instances = 3
}

# ok: capacity-fixed-by-hand
resource "azurerm_linux_virtual_machine_scale_set" "scaled" {
  name      = "scaled"
  instances = 3
}

resource "azurerm_monitor_autoscale_setting" "machines" {
  name               = "machines"
  target_resource_id = azurerm_linux_virtual_machine_scale_set.scaled.id
}

# review: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster" "fixed" {
  name = "fixed"
  default_node_pool {
    name       = "default"
    node_count = 3
  }
}

# ok: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster" "scaled" {
  name = "scaled"
  default_node_pool {
    name                 = "default"
    auto_scaling_enabled = true
    min_count            = 2
    max_count            = 9
  }
}

# ok: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster" "old_form" {
  name = "old"
  default_node_pool {
    name                = "default"
    enable_auto_scaling = true
  }
}

# review: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster_node_pool" "fixed" {
  name       = "fixed"
  node_count = 3
}

# ok: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster_node_pool" "scaled" {
  name                 = "scaled"
  auto_scaling_enabled = true
}

# ok: capacity-fixed-by-hand
resource "azurerm_kubernetes_cluster_node_pool" "old_form" {
  name                = "old"
  enable_auto_scaling = true
}

# review: capacity-fixed-by-hand
resource "azurerm_container_app" "fixed" {
  name = "fixed"
  template {
    min_replicas = 2
    max_replicas = 2
  }
}

# ok: capacity-fixed-by-hand
resource "azurerm_container_app" "scaled" {
  name = "scaled"
  template {
    min_replicas = 0
    max_replicas = 9
  }
}

# The provider's default is none to ten.
# ok: capacity-fixed-by-hand
resource "azurerm_container_app" "default" {
  name = "default"
  template {
    min_replicas = 1
  }
}

# ok: capacity-fixed-by-hand
resource "azurerm_container_app" "up_to" {
  name = "up-to"
  template {
    max_replicas = 5
  }
}
