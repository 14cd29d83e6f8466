variable "stage" {
  type = string
}

resource "azurerm_linux_web_app" "clinic" {
  name = "clinic-${var.stage}"

  app_settings = {
    "PDS_URL"     = "https://api.service.nhs.uk/personal-demographics"
    "PDS_INT_URL" = "https://int.api.service.nhs.uk/personal-demographics"
  }
}
