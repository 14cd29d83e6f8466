# review: gateway-listener-without-tls
resource "kubernetes_manifest" "gateway" {
  manifest = {
    apiVersion = "gateway.networking.k8s.io/v1"
    kind       = "Gateway"
    metadata = {
      name      = "web"
      namespace = "web"
    }
    spec = {
      gatewayClassName = "istio"
      listeners = [
        { name = "web", port = 80, protocol = "HTTP" },
      ]
    }
  }
}
