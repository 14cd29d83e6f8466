resource "azurerm_linux_web_app" "api" {
  name = "api"
  app_settings = {
    "Wards:Host"         = "wards"
    "Stores__DbPassword" = "@Microsoft.KeyVault(VaultName=wards;SecretName=db)"
  }
}
