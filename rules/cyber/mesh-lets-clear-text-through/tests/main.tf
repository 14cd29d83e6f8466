variable "mode" {
  type = string
}

# open: mesh-lets-clear-text-through
resource "kubernetes_manifest" "mesh" {
  manifest = {
    apiVersion = "security.istio.io/v1"
    kind       = "PeerAuthentication"
    metadata = {
      name      = "default"
      namespace = "istio-system"
    }
    spec = {
      mtls = {
        mode = var.mode
      }
    }
  }
}
