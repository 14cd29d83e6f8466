terraform {
  backend "azurerm" {
    container_name = "letters-state"
  }
}

variable "resource_group_name" {
  type = string
}

variable "engine_version" {
  type    = string
  default = "11"
}

resource "azurerm_postgresql_flexible_server" "letters" {
  name                = "letters"
  resource_group_name = var.resource_group_name
  version             = var.engine_version
}
