resource "aws_apigatewayv2_route" "all" {
  api_id    = "a1"
  route_key = "ANY /{proxy+}"
}
