variable "profile" {}

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
              run_as_non_root = true
              seccomp_profile {
                type = var.profile
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
