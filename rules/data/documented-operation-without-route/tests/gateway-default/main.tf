resource "aws_apigatewayv2_route" "r0" {
  api_id    = "a1"
  route_key = "GET /wards"
}

resource "aws_apigatewayv2_route" "r1" {
  api_id    = "a1"
  route_key = "$default"
}
