resource "azurerm_container_app" "api" {
  name = "api"
  template {
    container {
      name  = "api"
      image = "a/b:1"
      env {
        name  = "WARDS_HOST"
        value = "wards"
      }
      env {
        name        = "DB_PASSWORD"
        secret_name = "db"
      }
    }
  }
}
