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
        }
      }
    }
  }
}

resource "kubernetes_network_policy_v1" "refuse" {
  metadata {
    name = "refuse"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}
