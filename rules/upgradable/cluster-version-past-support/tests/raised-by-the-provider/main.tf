resource "google_container_cluster" "wards" {
  name               = "wards"
  min_master_version = "1.27"
}

resource "azurerm_kubernetes_cluster" "letters" {
  name                      = "letters"
  kubernetes_version        = "1.27"
  automatic_upgrade_channel = "stable"
}
