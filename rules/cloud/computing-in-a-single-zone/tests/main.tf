# review: computing-in-a-single-zone
resource "aws_autoscaling_group" "one" {
  max_size            = 4
  vpc_zone_identifier = ["subnet-a"]
}

# ok: computing-in-a-single-zone
resource "aws_autoscaling_group" "two" {
  max_size            = 4
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
}

# review: computing-in-a-single-zone
resource "aws_autoscaling_group" "by_zone" {
  max_size           = 4
  availability_zones = ["eu-west-2a"]
}

variable "subnets" {
  type = list(string)
}

# open: computing-in-a-single-zone
resource "aws_autoscaling_group" "unknown" {
  max_size            = 4
  vpc_zone_identifier = var.subnets
}

# There is never more than one.
resource "aws_autoscaling_group" "bastion" {
  max_size            = 1
  vpc_zone_identifier = ["subnet-a"]
}

# Where it stands is said in its launch template.
resource "aws_autoscaling_group" "elsewhere" {
  max_size = 4
}

# review: computing-in-a-single-zone
resource "aws_lb" "one" {
  load_balancer_type = "network"
  subnets            = ["subnet-a"]
}

# ok: computing-in-a-single-zone
resource "aws_lb" "two" {
  subnets = ["subnet-a", "subnet-b"]
}

resource "aws_lb" "mapped" {
  load_balancer_type = "network"
}

# review: computing-in-a-single-zone
resource "aws_efs_file_system" "one" {
  availability_zone_name = "eu-west-2a"
}

# ok: computing-in-a-single-zone
resource "aws_efs_file_system" "regional" {
  encrypted = true
}

# review: computing-in-a-single-zone
resource "azurerm_service_plan" "one" {
  name     = "one"
  sku_name = "P1v3"
}

# ok: computing-in-a-single-zone
resource "azurerm_service_plan" "spread" {
  name                   = "spread"
  sku_name               = "P1v3"
  zone_balancing_enabled = true
}

# Plans of this class cannot be spread.
resource "azurerm_service_plan" "consumption" {
  name     = "consumption"
  sku_name = "Y1"
}

# review: computing-in-a-single-zone
resource "azurerm_kubernetes_cluster" "one" {
  name = "one"
  default_node_pool {
    name  = "default"
    zones = ["1"]
  }
}

# ok: computing-in-a-single-zone
resource "azurerm_kubernetes_cluster" "spread" {
  name = "spread"
  default_node_pool {
    name  = "default"
    zones = ["1", "2", "3"]
  }
}

# ok: computing-in-a-single-zone
resource "azurerm_kubernetes_cluster" "old_form" {
  name = "old"
  default_node_pool {
    name               = "default"
    availability_zones = ["1", "2"]
  }
}

# review: computing-in-a-single-zone
resource "azurerm_linux_virtual_machine_scale_set" "one" {
  name = "one"
}

# ok: computing-in-a-single-zone
resource "azurerm_linux_virtual_machine_scale_set" "spread" {
  name  = "spread"
  zones = ["1", "2"]
}

# A copy in another region helps when the region fails; in its own it stands in one data centre.
# review: computing-in-a-single-zone
resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  account_replication_type = "GRS"
}

# ok: computing-in-a-single-zone
resource "azurerm_storage_account" "zones" {
  name                     = "zones"
  account_replication_type = "GZRS"
}

# review: computing-in-a-single-zone
resource "google_container_cluster" "zonal" {
  name     = "zonal"
  location = "europe-west2-a"
}

# ok: computing-in-a-single-zone
resource "google_container_cluster" "regional" {
  name     = "regional"
  location = "europe-west2"
}

# review: computing-in-a-single-zone
resource "google_compute_instance_group_manager" "zonal" {
  name  = "zonal"
  zones = ["europe-west2-a", "europe-west2-b"]
}

# ok: computing-in-a-single-zone
resource "google_compute_region_instance_group_manager" "regional" {
  name = "regional"
}

# Said to be a test.
resource "azurerm_storage_account" "trial" {
  name                     = "trial"
  account_replication_type = "LRS"
  tags = {
    environment = "test"
  }
}

# This region has no zones, so that nothing in it stands in two.
# review: computing-in-a-single-zone
resource "azurerm_storage_account" "west" {
  name                     = "west"
  location                 = "UK West"
  account_replication_type = "LRS"
}

# Holds the function's own bookkeeping.
resource "azurerm_storage_account" "of_a_function" {
  name                     = "function"
  account_replication_type = "LRS"
}

resource "azurerm_linux_function_app" "api" {
  name                 = "api"
  storage_account_name = azurerm_storage_account.of_a_function.name
}

variable "location" {
  type = string
}

# review: computing-in-a-single-zone
resource "azurerm_storage_account" "anywhere" {
  name     = "anywhere"
  location = var.location
  account_replication_type = "LRS"
}
