variable "verbs" {
  type = list(string)
}

# open: role-wider-than-a-task
resource "kubernetes_cluster_role" "unknown" {
  metadata {
    name = "unknown"
  }

  rule {
    api_groups = [""]
    resources  = ["secrets"]
    verbs      = var.verbs
  }
}

# review: role-wider-than-a-task
resource "kubernetes_cluster_role_v1" "secrets" {
  metadata {
    name = "secrets"
  }

  rule {
    api_groups = [""]
    resources  = ["secrets"]
    verbs      = ["list"]
  }
}
