resource "azurerm_linux_web_app" "all" {
  for_each = toset(["wards", "letters"])
  name     = each.key
}
resource "azurerm_linux_web_app_slot" "all" {
  for_each       = azurerm_linux_web_app.all
  name           = "next"
  app_service_id = each.value.id
}
