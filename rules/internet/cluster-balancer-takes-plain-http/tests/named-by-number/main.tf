variable "port" {
  type    = number
  default = 80
}

# A port is called by its number.
resource "kubernetes_service" "letters" {
  metadata {
    name = "letters"
  }
  spec {
    # review: cluster-balancer-takes-plain-http
    type = "LoadBalancer"
    port {
      name = var.port
      port = var.port
    }
    selector = {
      name = "letters"
    }
  }
}

# Terraform makes text of what annotations say.
resource "kubernetes_service" "inside" {
  metadata {
    name = "inside"
    annotations = {
      "service.beta.kubernetes.io/azure-load-balancer-internal" = true
    }
  }
  spec {
    type = "LoadBalancer"
    port {
      name = var.port
      port = var.port
    }
  }
}
