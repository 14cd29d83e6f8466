variable "privileged" {}

# ruleid: container-with-rights-of-the-host
resource "kubernetes_deployment_v1" "agent" {
  metadata {
    name = "agent-tf"
  }
  spec {
    template {
      spec {
        host_network = true
        container {
          name  = "agent"
          image = "registry.example/agent:1"
        }
      }
    }
  }
}

# open: container-with-rights-of-the-host
resource "kubernetes_pod" "perhaps" {
  metadata {
    name = "perhaps-tf"
  }
  spec {
    container {
      name  = "wards"
      image = "registry.example/wards:1"
      security_context {
        privileged = var.privileged
      }
    }
  }
}
