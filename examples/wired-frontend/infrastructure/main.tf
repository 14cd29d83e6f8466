module "platform" {
  source = "./modules/platform"

  name       = "wards"
  subnet_ids = var.subnet_ids
  vpc_id     = var.vpc_id
}

# The credentials of the database, for whoever runs in the namespace.
resource "kubernetes_secret" "records" {
  metadata {
    name      = "records-db"
    namespace = "wards"
  }

  data = {
    host     = module.platform.records.host
    username = module.platform.records.username
    password = module.platform.records_password
  }
}
