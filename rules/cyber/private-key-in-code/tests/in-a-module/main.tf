module "referrals" {
  source = "./modules/gateway"
  name   = "referrals"
}

module "discharges" {
  source     = "./modules/gateway"
  name       = "discharges"
  client_key = var.discharges_client_key
}
