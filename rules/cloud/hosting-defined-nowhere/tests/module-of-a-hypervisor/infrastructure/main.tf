module "records" {
  source = "git::https://git.trust.example/modules/vsphere-server.git?ref=v2"
  name   = "records-01"
}
