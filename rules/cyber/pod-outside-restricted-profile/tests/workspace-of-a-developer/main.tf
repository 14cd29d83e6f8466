data "coder_workspace" "me" {}

# The computer on which a developer works; it builds its own image in place.
resource "kubernetes_deployment" "workspace" {
  metadata {
    name   = "workspace"
    labels = { "com.coder.workspace.id" = data.coder_workspace.me.id }
  }
  spec {
    replicas = data.coder_workspace.me.start_count
    template {
      metadata {}
      spec {
        container {
          name  = "dev"
          image = "registry.example/dev:1"
        }
      }
    }
  }
}
