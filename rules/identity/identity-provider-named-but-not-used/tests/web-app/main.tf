resource "azurerm_linux_web_app" "care" {
  name                = "care"
  resource_group_name = "care"
  location            = "uksouth"
  service_plan_id     = "/subscriptions/0/resourceGroups/care/providers/Microsoft.Web/serverFarms/care"
  site_config {}
  app_settings = { ISSUER = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare" }
  auth_settings_v2 {
    auth_enabled = true
    custom_oidc_v2 {
      name                          = "cis2"
      client_id                     = "care"
      openid_configuration_endpoint = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare/.well-known/openid-configuration"
    }
    login {}
  }
}
