resource "kubernetes_deployment_v1" "plain" {
  metadata {
    name = "plain-tf"
  }
  spec {
    template {
      spec {
        container {
          name  = "wards"
          image = "registry.example/wards:1"
        }
      }
    }
  }
}
