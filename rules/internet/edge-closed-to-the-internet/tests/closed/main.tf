resource "aws_lb" "web" {
  name     = "web"
  internal = true
}

resource "aws_api_gateway_rest_api" "api" {
  name = "api"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}
