variable "account" {}

# ruleid: shared-account-has-rights-in-cluster
resource "kubernetes_role_binding" "default_account" {
  metadata {
    name = "tf-default"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reads-secrets"
  }
  subject {
    kind = "ServiceAccount"
    name = "default"
  }
}

# open: shared-account-has-rights-in-cluster
resource "kubernetes_cluster_role_binding_v1" "unknown" {
  metadata {
    name = "tf-unknown"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view"
  }
  subject {
    kind = "ServiceAccount"
    name = var.account
  }
}
