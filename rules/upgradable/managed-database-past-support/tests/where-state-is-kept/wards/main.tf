terraform {
  backend "azurerm" {
    container_name = "wards-state"
  }
}

variable "resource_group_name" {
  type = string
}

variable "engine_version" {
  type    = string
  default = "11"
}

resource "azurerm_postgresql_flexible_server" "wards" {
  name                = "wards"
  resource_group_name = var.resource_group_name
  version             = var.engine_version
}
