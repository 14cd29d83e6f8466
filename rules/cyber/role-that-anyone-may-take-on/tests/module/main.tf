module "reader" {
  source  = "./modules/reader"
  callers = ["*"]
}

module "named" {
  source  = "./modules/reader"
  callers = ["arn:aws:iam::111122223333:role/reader"]
}
