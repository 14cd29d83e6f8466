resource "azurerm_linux_web_app" "booking" {
  app_settings = {
    # ok: sign-in-by-basic-authentication
    Auth__Providers__0__Issuer = var.nhs_mail_issuer
  }
}
