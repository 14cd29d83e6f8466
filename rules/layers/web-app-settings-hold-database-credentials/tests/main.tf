resource "azurerm_linux_web_app" "booking_web" {
  name                = "booking-web"
  location            = "uksouth"
  resource_group_name = "booking"
  service_plan_id     = "plan"

  site_config {}

  # ruleid: web-app-settings-hold-database-credentials
  app_settings = {
    API_BASE_URL = "https://api.booking.example"
    DB_PASSWORD  = var.db_password
  }
}

# ruleid: web-app-settings-hold-database-credentials
resource "azurerm_windows_web_app" "portal" {
  name = "portal"

  connection_string {
    name  = "Records"
    type  = "SQLAzure"
    value = "Server=tcp:records.database.windows.net"
  }
}

resource "azurerm_linux_web_app" "nbs_web_app_service" {
  name = "nbs-web"

  site_config {
    app_command_line = "node server.js"
  }

  # ok: web-app-settings-hold-database-credentials
  app_settings = {
    NBS_API_BASE_URL = "https://func.example"
    CLIENT_BASE_PATH = "/manage"
  }
}

# A service may hold the connection of the store that it owns.
resource "azurerm_linux_web_app" "records_api" {
  name = "records-api"
  # ok: web-app-settings-hold-database-credentials
  app_settings = {
    DB_PASSWORD = var.db_password
  }
}

resource "azurerm_linux_web_app" "reports_web" {
  name = "reports-web"
  # open: web-app-settings-hold-database-credentials
  app_settings = var.settings
}

variable "db_password" {}
variable "settings" {}

# The only program of the product, by the name of its kind.
resource "azurerm_linux_web_app" "web_app" {
  name = "rota"
  # ok: web-app-settings-hold-database-credentials
  app_settings = {
    DB_PASSWORD = var.db_password
  }
}
