resource "kubernetes_manifest" "rollout" {
  manifest = {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "Rollout"
    metadata   = { name = "wards", namespace = "wards" }
    spec       = { template = { spec = { containers = [{ name = "wards", image = "registry.example/wards:1" }] } } }
  }
}

resource "kubernetes_manifest" "refuse" {
  manifest = {
    apiVersion = "cilium.io/v2"
    kind       = "CiliumClusterwideNetworkPolicy"
    metadata   = { name = "refuse" }
    spec       = { endpointSelector = {}, ingress = [{}] }
  }
}
