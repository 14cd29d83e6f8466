variable "readonly" {}

resource "kubernetes_deployment" "wards" {
  metadata {
    name = "wards"
  }
  spec {
    template {
      spec {
        container {
          name  = "wards"
          image = "registry.example/wards:1"
          security_context {
            read_only_root_filesystem = var.readonly
          }
        }
      }
    }
  }
}
