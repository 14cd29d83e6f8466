resource "aws_lb" "web" {
  internal = false
}

resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = aws_lb.web.arn
  web_acl_arn  = module.firewall.arn
}

resource "aws_cloudfront_distribution" "web" {
  enabled    = true
  web_acl_id = module.firewall.arn
}

module "firewall" {
  source = "git::https://git.example/firewall.git"
}
