# ruleid: cluster-administrator-for-a-workload
resource "kubernetes_cluster_role_binding" "tiller" {
  metadata {
    name = "tiller"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin"
  }

  subject {
    kind = "ServiceAccount"
    name = "tiller"
  }
}

variable "role" {
  type = string
}

# open: cluster-administrator-for-a-workload
resource "kubernetes_cluster_role_binding" "unknown" {
  metadata {
    name = "unknown"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = var.role
  }

  subject {
    kind = "ServiceAccount"
    name = "api"
  }
}
