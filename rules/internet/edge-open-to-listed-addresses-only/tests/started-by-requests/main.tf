resource "azurerm_windows_function_app" "reminders" {
  site_config {
    ip_restriction {
      ip_address = "194.72.0.0/16"
    }
  }
}
