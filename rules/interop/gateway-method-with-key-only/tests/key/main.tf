resource "aws_api_gateway_method" "wards" {
  rest_api_id   = "a"
  resource_id   = "r"
  http_method   = "GET"
  authorization = "NONE"
  api_key_required = true
}

