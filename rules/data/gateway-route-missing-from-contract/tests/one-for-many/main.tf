resource "aws_apigatewayv2_route" "ward" {
  api_id    = "a1"
  route_key = "GET /wards/{ward}"
}

resource "aws_apigatewayv2_route" "wards" {
  api_id    = "a1"
  route_key = "GET /wards"
}
