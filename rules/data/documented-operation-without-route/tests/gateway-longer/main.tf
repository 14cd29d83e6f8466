resource "aws_apigatewayv2_route" "r0" {
  api_id    = "a1"
  route_key = "GET /v1/wards"
}

resource "aws_apigatewayv2_route" "r1" {
  api_id    = "a1"
  route_key = "GET /v1/beds"
}

