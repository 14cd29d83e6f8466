variable "account" {}

resource "kubernetes_pod_v1" "wards" {
  metadata {
    name = "wards"
  }
  spec {
    service_account_name = var.account
    container {
      name  = "wards"
      image = "registry.example/wards:1"
    }
  }
}
