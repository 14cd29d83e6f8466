module "network" {
  source = "git::ssh://git@git.supplier.example/platform/network.git?ref=v2.4.0"
}
