resource "kubernetes_stateful_set_v1" "records" {
  metadata {
    name = "records"
  }
  spec {
    service_name = "records"
    template {
      spec {
        container {
          name  = "records"
          image = "registry.example/records:1"
        }
      }
    }
  }
}
