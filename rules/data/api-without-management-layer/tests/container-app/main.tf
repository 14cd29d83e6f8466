resource "azurerm_container_app" "api" {
  name                         = "api"
  resource_group_name          = "r"
  container_app_environment_id = "e"
  revision_mode                = "Single"
}
