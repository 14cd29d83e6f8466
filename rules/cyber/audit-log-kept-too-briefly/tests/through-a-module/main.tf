module "logs" {
  source = "./modules/logs"
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name                       = "vault"
  target_resource_id         = "id"
  log_analytics_workspace_id = module.logs.workspace_id
}
