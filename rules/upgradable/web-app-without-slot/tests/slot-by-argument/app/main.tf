resource "azurerm_linux_web_app" "wards" {
  name = "wards"
}
resource "azurerm_linux_web_app_slot" "next" {
  count          = var.create_slot
  name           = "next"
  app_service_id = azurerm_linux_web_app.wards.id
}

variable "create_slot" {
  default = 0
}
