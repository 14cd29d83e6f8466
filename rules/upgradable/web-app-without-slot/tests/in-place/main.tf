resource "azurerm_service_plan" "large" {
  name     = "large"
  sku_name = "P1v3"
}

resource "azurerm_linux_web_app" "wards" {
  name            = "wards"
  service_plan_id = azurerm_service_plan.large.id
}
