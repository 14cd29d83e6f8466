# ruleid: managed-database-past-support
resource "azurerm_postgresql_server" "primary" {
  name     = "primary"
  version  = 11
  sku_name = "GP_Gen5_2"
}

variable "postgres" {
  type = number
}

# open: managed-database-past-support
resource "azurerm_postgresql_server" "asked" {
  name     = "asked"
  version  = var.postgres
  sku_name = "GP_Gen5_2"
}
