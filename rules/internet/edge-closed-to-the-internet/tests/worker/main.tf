resource "azurerm_container_app" "worker" {
  name = "worker"
}
