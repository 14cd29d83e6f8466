resource "kubernetes_deployment" "web" {
  metadata {
    name = "web"
  }
  spec {
    template {
      metadata {
        labels = { app = "web" }
      }
      spec {
        container {
          name  = "web"
          image = "registry.example/web:1"
        }
      }
    }
  }
}

# review: network-policy-without-effect
resource "kubernetes_network_policy" "everything" {
  metadata {
    name = "everything"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
    ingress {}
  }
}

# ok: network-policy-without-effect
resource "kubernetes_network_policy_v1" "web" {
  metadata {
    name = "web"
  }
  spec {
    pod_selector {
      match_labels = { app = "web" }
    }
    policy_types = ["Ingress"]
    ingress {
      from {
        ip_block {
          cidr = "0.0.0.0/0"
        }
      }
    }
  }
}
