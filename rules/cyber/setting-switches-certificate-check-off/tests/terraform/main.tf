variable "verify" {}

resource "kubernetes_deployment" "outbound" {
  metadata {
    name = "outbound"
  }

  spec {
    selector {
      match_labels = { app = "outbound" }
    }

    template {
      metadata {
        labels = { app = "outbound" }
      }

      spec {
        container {
          name  = "outbound"
          image = "registry.example/outbound:1.4.2"

          env {
            name  = "VERIFY_SSL"
            value = var.verify
          }
        }
      }
    }
  }
}
