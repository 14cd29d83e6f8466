module "opened" {
  source  = "./modules/firewall"
  sources = ["0.0.0.0/0"]
}

module "closed" {
  source  = "./modules/firewall"
  sources = ["10.20.0.0/16"]
}
