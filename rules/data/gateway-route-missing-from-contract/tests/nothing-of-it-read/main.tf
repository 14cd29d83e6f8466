resource "aws_apigatewayv2_route" "wards" {
  api_id    = "a1"
  route_key = "GET /wards"
}

resource "aws_apigatewayv2_route" "transfers" {
  api_id    = "a1"
  route_key = "GET /wards/{id}/transfers"
}
