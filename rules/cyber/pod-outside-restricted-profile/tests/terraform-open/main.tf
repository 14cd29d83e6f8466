variable "nonroot" {}

resource "kubernetes_cron_job_v1" "unknown" {
  metadata {
    name = "unknown-tf"
  }
  spec {
    schedule = "0 3 * * *"
    job_template {
      spec {
        template {
          spec {
            security_context {
              run_as_non_root = var.nonroot
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
  }
}
