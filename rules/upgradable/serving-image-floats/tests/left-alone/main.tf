resource "azurerm_linux_web_app" "portal" {
  name                = "portal"
  resource_group_name = "portal"
  location            = "uksouth"
  service_plan_id     = "plan"
  site_config {
    application_stack {
      docker_image_name = "letters/portal:latest"
    }
  }
  lifecycle {
    ignore_changes = all
  }
}
