variable "sign_in" {
  type = string
}

resource "azurerm_linux_web_app" "clinic" {
  name = "clinic"

  app_settings = {
    "SignIn__Authority" = "https://${var.sign_in}"
  }
}
