variable "session_secret" {
  type    = string
  default = "changeme"
}

resource "azurerm_linux_function_app" "letters" {
  name = "letters"

  app_settings = {
    "SessionSecret" = var.session_secret
  }
}
