# ruleid: credential-in-config-map
resource "kubernetes_config_map" "api" {
  metadata {
    name = "api"
  }
  data = {
    DB_DSN    = "oracle://letters:correct-horse@db:1521/letters"
    LOG_LEVEL = "info"
  }
}

variable "password" {
  type      = string
  sensitive = true
}

# open: credential-in-config-map
resource "kubernetes_config_map_v1" "given" {
  metadata {
    name = "given"
  }
  data = {
    DB_PASSWORD = var.password
  }
}
