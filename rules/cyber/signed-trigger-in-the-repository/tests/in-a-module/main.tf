module "alerts" {
  source         = "./modules/alerts"
  resource_group = azurerm_resource_group.wards.name
}
