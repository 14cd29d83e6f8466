resource "azurerm_linux_web_app" "letters" {
  name = "letters"

  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true
  }
}
