# ok: pod-outside-restricted-profile
resource "kubernetes_deployment_v1" "restricted" {
  metadata {
    name = "restricted-tf"
  }
  spec {
    template {
      spec {
        security_context {
          run_as_non_root = true
          seccomp_profile {
            type = "RuntimeDefault"
          }
        }
        container {
          name  = "wards"
          image = "registry.example/wards:1"
          security_context {
            allow_privilege_escalation = false
            capabilities {
              drop = ["ALL"]
            }
          }
        }
      }
    }
  }
}
