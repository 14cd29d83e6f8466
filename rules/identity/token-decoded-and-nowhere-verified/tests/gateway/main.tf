resource "aws_apigatewayv2_authorizer" "staff" {
  api_id           = aws_apigatewayv2_api.referrals.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "staff"
}
