variable "level" {}

resource "kubernetes_namespace_v1" "wards" {
  metadata {
    name = "wards"
    labels = {
      "pod-security.kubernetes.io/enforce" = var.level
    }
  }
}

resource "kubernetes_namespace" "letters" {
  metadata {
    name = "letters"
    labels = {
      "pod-security.kubernetes.io/enforce" = "restricted"
    }
  }
}
