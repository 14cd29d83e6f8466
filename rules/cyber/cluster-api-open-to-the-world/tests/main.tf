# ruleid: cluster-api-open-to-the-world
resource "aws_eks_cluster" "open" {
  name = "open"

  vpc_config {
    subnet_ids = ["subnet-1"]
  }
}

# ruleid: cluster-api-open-to-the-world
resource "aws_eks_cluster" "everybody" {
  name = "everybody"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = ["0.0.0.0/0", "203.0.113.0/24"]
  }
}

# ok: cluster-api-open-to-the-world
resource "aws_eks_cluster" "private" {
  name = "private"

  vpc_config {
    subnet_ids              = ["subnet-1"]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

# ok: cluster-api-open-to-the-world
resource "aws_eks_cluster" "named" {
  name = "named"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = ["203.0.113.0/24"]
  }
}

variable "cidrs" {
  type = list(string)
}

# open: cluster-api-open-to-the-world
resource "aws_eks_cluster" "unknown" {
  name = "unknown"

  vpc_config {
    subnet_ids          = ["subnet-1"]
    public_access_cidrs = var.cidrs
  }
}

# ruleid: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "open" {
  name = "open"
}

# ruleid: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "everybody" {
  name = "everybody"

  api_server_access_profile {
    authorized_ip_ranges = ["0.0.0.0/0", "203.0.113.0/24"]
  }
}

# ruleid: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "everybody_old" {
  name                            = "everybody"
  api_server_authorized_ip_ranges = ["0.0.0.0/0", "203.0.113.0/24"]
}

# ok: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "private" {
  name                    = "private"
  private_cluster_enabled = true
}

# ok: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "named" {
  name = "named"

  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24"]
  }
}

# ok: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "named_old" {
  name                            = "named"
  api_server_authorized_ip_ranges = ["203.0.113.0/24"]
}

# ruleid: cluster-api-open-to-the-world
resource "google_container_cluster" "open" {
  name = "open"

  private_cluster_config {
    enable_private_nodes = true
  }
}

# ruleid: cluster-api-open-to-the-world
resource "google_container_cluster" "everybody" {
  name = "everybody"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "0.0.0.0/0"
    }

    cidr_blocks {
      cidr_block = "203.0.113.0/24"
    }
  }
}

# ok: cluster-api-open-to-the-world
resource "google_container_cluster" "private" {
  name = "private"

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}

# ok: cluster-api-open-to-the-world
resource "google_container_cluster" "named" {
  name = "named"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "203.0.113.0/24"
    }
  }
}

# ruleid: cluster-api-open-to-the-world
resource "azurerm_kubernetes_cluster" "nobody_named" {
  name = "nobody-named"

  api_server_access_profile {
    authorized_ip_ranges = []
  }
}
