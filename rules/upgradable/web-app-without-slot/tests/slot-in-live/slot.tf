resource "azurerm_linux_web_app_slot" "next" {
  count          = var.slot
  name           = "next"
  app_service_id = azurerm_linux_web_app.wards.id
}

variable "slot" {
  default = 0
}
