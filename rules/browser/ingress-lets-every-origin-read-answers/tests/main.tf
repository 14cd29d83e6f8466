resource "kubernetes_ingress_v1" "web" {
  metadata {
    name = "web"
    annotations = {
      # ruleid: ingress-lets-every-origin-read-answers
      "nginx.ingress.kubernetes.io/enable-cors" = "true"
    }
  }
}

resource "kubernetes_ingress_v1" "named" {
  metadata {
    name = "named"
    annotations = {
      "nginx.ingress.kubernetes.io/enable-cors"       = "true"
      # ok: ingress-lets-every-origin-read-answers
      "nginx.ingress.kubernetes.io/cors-allow-origin" = "https://a.example.org"
    }
  }
}
