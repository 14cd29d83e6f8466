resource "aws_api_gateway_rest_api" "api" {
  name = "api"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = "live"
}

resource "aws_api_gateway_rest_api" "inside" {
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_stage" "inside" {
  rest_api_id = aws_api_gateway_rest_api.inside.id
  stage_name  = "live"
}
