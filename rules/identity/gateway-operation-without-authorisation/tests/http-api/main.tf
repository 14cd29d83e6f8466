resource "aws_apigatewayv2_route" "letters" {
  api_id    = "api"
  route_key = "GET /letters"
}
