module "balancer" {
  source = "./balancer"
}

resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = module.balancer.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-2:111122223333:regional/webacl/edge/1"
}
