resource "aws_apigatewayv2_route" "wards" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v1/wards"
}

resource "aws_apigatewayv2_route" "ward" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v1/wards/{wardId}"
}

resource "aws_apigatewayv2_route" "export" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /v1/wards-export"
}

resource "aws_apigatewayv2_route" "health" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "GET /health"
}

resource "aws_apigatewayv2_route" "preflight" {
  api_id    = aws_apigatewayv2_api.this.id
  route_key = "OPTIONS /{proxy+}"
}

