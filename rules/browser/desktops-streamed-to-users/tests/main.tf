# ruleid: desktops-streamed-to-users
resource "aws_appstream_fleet" "practice" {
  name          = "practice-manager"
  image_name    = "practice-manager-7"
  instance_type = "stream.standard.large"
}

# Researchers work where the data are.
# ok: desktops-streamed-to-users
resource "azurerm_virtual_desktop_host_pool" "research" {
  name               = "tre-research"
  type               = "Pooled"
  load_balancer_type = "BreadthFirst"
}

# ok: desktops-streamed-to-users
resource "aws_workspaces_workspace" "admin" {
  directory_id = "d-1"
  bundle_id    = "wsb-1"
  user_name    = "operations"
}

# open: desktops-streamed-to-users
resource "azurerm_virtual_desktop_application_group" "main" {
  name         = var.name
  type         = "RemoteApp"
  host_pool_id = azurerm_virtual_desktop_host_pool.research.id
}

variable "name" {}

# ruleid: desktops-streamed-to-users
resource "citrix_delivery_group" "clinic" {
  name = "clinic-desktops"
}

# ruleid: desktops-streamed-to-users
resource "azurerm_virtual_desktop_host_pool" "clinic" {
  name          = "hp-clinic"
  friendly_name = "Records"
  type          = "Pooled"
}

# ok: desktops-streamed-to-users
resource "azurerm_virtual_desktop_host_pool" "desk" {
  name          = "hp-01"
  friendly_name = "Support desktops"
  type          = "Personal"
}
