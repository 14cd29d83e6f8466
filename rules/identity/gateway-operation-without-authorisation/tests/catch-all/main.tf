resource "aws_apigatewayv2_route" "everything" {
  api_id             = "api"
  route_key          = "$default"
  authorization_type = "NONE"
}
