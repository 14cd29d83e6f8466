resource "kubernetes_cluster_role_binding" "jane" {
  metadata {
    name = "jane"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view"
  }
  subject {
    kind      = "User"
    name      = "jane.doe@example.nhs.uk"
    api_group = "rbac.authorization.k8s.io"
  }
}
