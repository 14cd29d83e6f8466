resource "kubernetes_stateful_set_v1" "host_folder" {
  metadata {
    name = "host-folder-tf"
  }
  spec {
    template {
      spec {
        container {
          name  = "wards"
          image = "registry.example/wards:1"
        }
        volume {
          name = "data"
          host_path {
            path = "/data"
          }
        }
      }
    }
  }
}
