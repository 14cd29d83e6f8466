resource "aws_apigatewayv2_route" "wards" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v2/lists"
}

resource "aws_apigatewayv2_route" "ward" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v2/lists/{x}"
}

resource "aws_apigatewayv2_route" "export" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v2/theatres"
}

resource "aws_apigatewayv2_route" "health" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /health"
}

resource "aws_apigatewayv2_route" "preflight" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "OPTIONS /{proxy+}"
}

resource "aws_apigatewayv2_route" "partner" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v2/staff"
}

variable "partner_route" { type = string }

resource "aws_apigatewayv2_api" "this" {
  name          = "wards"
  protocol_type = "HTTP"
}
