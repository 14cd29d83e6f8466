resource "kubernetes_deployment_v1" "web" {
  metadata {
    name = "web"
  }
  spec {
    template {
      metadata {
        annotations = { "linkerd.io/inject" = "disabled" }
      }
      spec {
        container {
          name  = "web"
          image = "registry.example/web:1"
          env {
            name  = "NOTES_API"
            value = "http://${var.notes}:8080"
          }
        }
      }
    }
  }
}

variable "notes" {
  default = "notes.records"
}
