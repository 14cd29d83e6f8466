resource "azurerm_container_app" "api" {
  name = "api"
  template {
    container {
      name  = "api"
      image = "ghcr.io/trust/wards-api:latest"
    }
  }
}
