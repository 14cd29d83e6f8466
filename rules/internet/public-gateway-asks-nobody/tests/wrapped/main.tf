resource "aws_apigatewayv2_api" "referrals" {
  name          = "referrals"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "referrals" {
  api_id    = aws_apigatewayv2_api.referrals.id
  route_key = "GET /referrals"
}
