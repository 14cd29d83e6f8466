variable "added" {
  type = list(string)
}

# ruleid: pod-outside-baseline-profile
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

# open: pod-outside-baseline-profile
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
