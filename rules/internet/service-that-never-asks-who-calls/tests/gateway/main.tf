resource "aws_apigatewayv2_authorizer" "this" {
  api_id          = "api"
  name            = "tokens"
  authorizer_type = "JWT"
}
