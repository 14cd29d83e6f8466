module "web" {
  source = "git::ssh://git@git.supplier.example/platform/web.git?ref=v2.4.0"
}
