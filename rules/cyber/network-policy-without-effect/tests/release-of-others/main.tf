resource "helm_release" "cache" {
  name       = "cache"
  repository = "oci://registry.example/charts"
  chart      = "redis"
}
