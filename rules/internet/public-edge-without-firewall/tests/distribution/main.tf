resource "aws_wafv2_web_acl_association" "api" {
  resource_arn = aws_lb.web.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-2:111122223333:regional/webacl/x/1"
}

resource "aws_lb" "web" {
  load_balancer_type = "application"
}

resource "aws_api_gateway_rest_api" "inside" {
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_stage" "inside" {
  rest_api_id = aws_api_gateway_rest_api.inside.id
  stage_name  = "live"
}

resource "aws_cloudfront_distribution" "bare" {
  enabled = true
}

resource "aws_cloudfront_distribution" "protected" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.edge.arn
}

resource "aws_wafv2_web_acl" "edge" {
  scope = "CLOUDFRONT"
}
