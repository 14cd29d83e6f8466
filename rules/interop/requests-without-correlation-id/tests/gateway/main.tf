resource "aws_apigatewayv2_api" "wards" {
  name          = "wards"
  protocol_type = "HTTP"
}
