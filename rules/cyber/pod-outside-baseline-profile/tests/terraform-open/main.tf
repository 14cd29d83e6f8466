variable "added" {
  type = list(string)
}

resource "kubernetes_pod_v1" "unknown" {
  metadata {
    name = "unknown-tf"
  }
  spec {
    container {
      name  = "wards"
      image = "registry.example/wards:1"
      security_context {
        capabilities {
          add = var.added
        }
      }
    }
  }
}
