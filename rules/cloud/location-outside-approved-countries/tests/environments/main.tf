variable "place" { type = string }

resource "azurerm_key_vault" "main" {
  name     = "main"
  location = var.place
}
