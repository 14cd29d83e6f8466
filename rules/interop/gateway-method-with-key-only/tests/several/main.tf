resource "aws_api_gateway_method" "wards" {
  rest_api_id   = "a"
  resource_id   = "r"
  http_method   = "GET"
  authorization = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_method" "beds" {
  rest_api_id   = "a"
  resource_id   = "r"
  http_method   = "POST"
  authorization = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_method" "both" {
  rest_api_id   = "a"
  resource_id   = "r"
  http_method   = "GET"
  authorization = "AWS_IAM"
  api_key_required = true
}

