resource "azurerm_kubernetes_cluster" "letters" {
  name                      = "letters"
  kubernetes_version        = "1.27"
  automatic_upgrade_channel = "patch"
}
