# The firewall stands before one of two.
resource "aws_lb" "web" {
  internal = false
}

resource "aws_lb" "api" {
  internal = false
}

resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = aws_lb.web.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-2:111122223333:regional/webacl/edge/1"
}
