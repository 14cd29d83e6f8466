resource "aws_apigatewayv2_api" "beds" {
  name          = "beds"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "beds" {
  api_id    = aws_apigatewayv2_api.beds.id
  route_key = "$connect"
}
