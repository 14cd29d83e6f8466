# ruleid: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "plain" {
  name = "plain"

  network_profile {
    network_plugin = "azure"
  }
}

# ruleid: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "bare" {
  name = "bare"
}

# ok: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "calico" {
  name = "calico"

  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
  }
}

# ok: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "cilium" {
  name = "cilium"

  network_profile {
    network_plugin     = "azure"
    network_data_plane = "cilium"
  }
}

# Brings its own network.
# ok: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "own" {
  name = "own"

  network_profile {
    network_plugin = "none"
  }
}

variable "policy" {
  type = string
}

# open: cluster-ignores-network-policies
resource "azurerm_kubernetes_cluster" "unknown" {
  name = "unknown"

  network_profile {
    network_plugin = "azure"
    network_policy = var.policy
  }
}

# ruleid: cluster-ignores-network-policies
resource "google_container_cluster" "plain" {
  name = "plain"

  network_policy {
    enabled = false
  }
}

# ok: cluster-ignores-network-policies
resource "google_container_cluster" "calico" {
  name = "calico"

  network_policy {
    enabled = true
  }
}

# ok: cluster-ignores-network-policies
resource "google_container_cluster" "dataplane" {
  name              = "dataplane"
  datapath_provider = "ADVANCED_DATAPATH"
}

# ok: cluster-ignores-network-policies
resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  enable_autopilot = true
}

# ok: cluster-ignores-network-policies
resource "aws_eks_addon" "cni" {
  cluster_name         = "letters"
  addon_name           = "vpc-cni"
  configuration_values = jsonencode({ enableNetworkPolicy = "true" })
}

# ruleid: cluster-ignores-network-policies
resource "aws_eks_addon" "cni_off" {
  cluster_name         = "letters"
  addon_name           = "vpc-cni"
  configuration_values = jsonencode({ enableNetworkPolicy = "false" })
}

resource "aws_eks_addon" "dns" {
  cluster_name = "letters"
  addon_name   = "coredns"
}
