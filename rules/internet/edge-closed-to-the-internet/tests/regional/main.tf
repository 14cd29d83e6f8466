resource "aws_api_gateway_rest_api" "api" {
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
