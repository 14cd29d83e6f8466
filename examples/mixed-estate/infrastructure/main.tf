terraform {
  required_version = ">= 1.9"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.40"
    }
  }

  backend "azurerm" {
    resource_group_name  = "riverside-state"
    storage_account_name = "riversidestate"
    container_name       = "tfstate"
    key                  = "discharge-hub.tfstate"
    use_azuread_auth     = true
  }
}

provider "azurerm" {
  features {}
  subscription_id = var.subscription_id
}

resource "azurerm_resource_group" "hub" {
  name     = "discharge-hub-${var.environment}"
  location = var.location
  tags     = local.tags
}

locals {
  tags = {
    Service     = "discharge-hub"
    Owner       = "riverside-digital"
    Environment = var.environment
  }
}

resource "azurerm_kubernetes_cluster" "hub" {
  name                      = "discharge-hub-${var.environment}"
  location                  = azurerm_resource_group.hub.location
  resource_group_name       = azurerm_resource_group.hub.name
  dns_prefix                = "discharge-hub"
  kubernetes_version        = var.kubernetes_version
  automatic_upgrade_channel = "patch"
  oidc_issuer_enabled       = true
  workload_identity_enabled = true
  local_account_disabled    = true
  tags                      = local.tags

  default_node_pool {
    name                 = "default"
    vm_size              = "Standard_D4s_v5"
    node_count           = 3
    zones                = ["1", "2", "3"]
    vnet_subnet_id       = azurerm_subnet.cluster.id
    auto_scaling_enabled = false
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "cilium"
  }
}

resource "azurerm_virtual_network" "hub" {
  name                = "discharge-hub"
  location            = azurerm_resource_group.hub.location
  resource_group_name = azurerm_resource_group.hub.name
  address_space       = ["10.60.0.0/16"]
}

resource "azurerm_subnet" "cluster" {
  name                 = "cluster"
  resource_group_name  = azurerm_resource_group.hub.name
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.60.0.0/20"]
}
