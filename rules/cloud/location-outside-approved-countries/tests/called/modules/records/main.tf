variable "place" { type = string }

resource "azurerm_postgresql_flexible_server" "records" {
  name     = "records"
  location = var.place
}
