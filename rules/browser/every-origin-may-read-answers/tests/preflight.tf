resource "aws_api_gateway_method" "asked_before" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}

# Nobody's data are in the answer to what browsers ask beforehand.
resource "aws_api_gateway_integration_response" "asked_before" {
  http_method = aws_api_gateway_method.asked_before.http_method
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Origin" = "'*'"
  }
}

resource "aws_api_gateway_method" "read" {
  http_method   = "GET"
  authorization = "NONE"
}

# ruleid: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "read" {
  http_method = aws_api_gateway_method.read.http_method
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Origin" = "'*'"
  }
}
