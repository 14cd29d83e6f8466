resource "azurerm_postgresql_server" "primary" {
  name     = "primary"
  # ruleid: managed-database-past-support
  version  = 11
  sku_name = "GP_Gen5_2"
}

variable "postgres" {
  type = number
}

resource "azurerm_postgresql_server" "asked" {
  name     = "asked"
  # open: managed-database-past-support
  version  = var.postgres
  sku_name = "GP_Gen5_2"
}
