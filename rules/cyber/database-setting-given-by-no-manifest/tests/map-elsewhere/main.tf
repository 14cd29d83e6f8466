variable "settings_of_api" {
  type = map(string)
}

resource "azurerm_linux_web_app" "api" {
  name         = "api"
  app_settings = merge({ WARDS_HOST = "wards" }, var.settings_of_api)
}

resource "azurerm_linux_web_app" "jobs" {
  name         = "jobs"
  app_settings = { WARDS_HOST = "wards" }
}
