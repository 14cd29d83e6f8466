# Letters that come with referrals. The bucket is the application's own; how one is made the infrastructure repository says.
module "letters" {
  source = "git::https://git.birchwood-health.example/referral-desk/infrastructure.git//modules/private-bucket?ref=v3.2.0"

  name      = "referral-desk-letters"
  key_arn   = var.letters_key_arn
  keep_days = 3650
}
