variable "settings" {
  type = map(string)
}

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
      dynamic "env" {
        for_each = var.settings
        content {
          name  = env.key
          value = env.value
        }
      }
    }
  }
}
