resource "azurerm_linux_function_app" "beds" {
  name = "beds"

  auth_settings_v2 {
    auth_enabled = true

    active_directory_v2 {
      client_id            = "0b1f6a2e-6b1d-4a8c-9c55-3f1f2a7f7a10"
      tenant_auth_endpoint = "https://login.microsoftonline.com/common/v2.0"
    }
  }
}
