resource "kubernetes_stateful_set" "queue" {
  metadata {
    name = "queue"
  }
  spec {
    service_name = "queue"
    template {
      spec {
        init_container {
          name  = "migrate"
          image = "trustdev.azurecr.io/migrations:2.0"
        }
        container {
          name  = "queue"
          image = "trust.azurecr.io/queue:2.0"
        }
      }
    }
  }
}
