resource "azurerm_log_analytics_workspace" "test" {
  name = "wards-dev"
}
