resource "kubernetes_stateful_set_v1" "wards" {
  metadata {
    name = "wards"
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
