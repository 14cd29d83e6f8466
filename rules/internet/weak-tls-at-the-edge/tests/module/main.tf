module "records" {
  source = "./balancer"
  policy = "ELBSecurityPolicy-TLS-1-1-2017-01"
}

module "letters" {
  source = "./balancer"
}
