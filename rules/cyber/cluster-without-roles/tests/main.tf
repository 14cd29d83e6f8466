# ruleid: cluster-without-roles
resource "azurerm_kubernetes_cluster" "off" {
  name                              = "wards"
  role_based_access_control_enabled = false
}

# Before version 3 of the provider it was a block.
# ruleid: cluster-without-roles
resource "azurerm_kubernetes_cluster" "off_in_a_block" {
  name = "wards"
  role_based_access_control {
    enabled = false
  }
}

# ok: cluster-without-roles
resource "azurerm_kubernetes_cluster" "as_it_comes" {
  name = "wards"
}

# ok: cluster-without-roles
resource "azurerm_kubernetes_cluster" "on_in_a_block" {
  name = "wards"
  role_based_access_control {
    enabled = true
  }
}

# ruleid: cluster-without-roles
resource "google_container_cluster" "by_attributes" {
  name               = "wards"
  enable_legacy_abac = true
}

# ok: cluster-without-roles
resource "google_container_cluster" "by_roles" {
  name = "wards"
}

variable "old_rights" {}

# open: cluster-without-roles
resource "google_container_cluster" "unknown" {
  name               = "wards"
  enable_legacy_abac = var.old_rights
}
