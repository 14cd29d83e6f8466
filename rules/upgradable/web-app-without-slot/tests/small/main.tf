resource "azurerm_service_plan" "small" {
  name     = "small"
  sku_name = "B1"
}
resource "azurerm_linux_web_app" "prototype" {
  name            = "prototype"
  service_plan_id = azurerm_service_plan.small.id
}
