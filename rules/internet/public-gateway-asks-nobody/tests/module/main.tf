module "referrals" {
  source = "./modules/gateway"
  name   = "referrals"
}
