resource "aws_apigatewayv2_route" "letters" {
  api_id             = "api"
  route_key          = "GET /letters"
  authorization_type = "JWT"
  authorizer_id      = "staff"
}

resource "aws_apigatewayv2_route" "health" {
  api_id    = "api"
  route_key = "GET /health"
}
