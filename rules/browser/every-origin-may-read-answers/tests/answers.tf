# ruleid: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "letters" {
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Methods" = "'GET'"
    "method.response.header.Access-Control-Allow-Origin"  = "'*'"
  }
}

# What says that a request was refused holds nobody's data.
resource "aws_api_gateway_gateway_response" "refused" {
  response_type = "UNAUTHORIZED"
  response_parameters = {
    "gatewayresponse.header.access-control-allow-origin" = "'*'"
  }
}

# ok: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "named" {
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Origin" = "'https://clinic.example.org'"
  }
}

# Says nothing of origins.
resource "aws_api_gateway_integration_response" "plain" {
  status_code = "200"
  response_parameters = {
    "method.response.header.Content-Type" = "integration.response.header.Content-Type"
  }
}

# open: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "unknown" {
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Origin" = "'${var.origin}'"
  }
}

variable "origin" {
  type = string
}

# ruleid: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "small_letters" {
  status_code = "200"
  response_parameters = {
    "method.response.header.access-control-allow-origin" = "'*'"
  }
}

# Every header may be sent, and only by pages of one origin.
# ok: every-origin-may-read-answers
resource "aws_api_gateway_integration_response" "headers" {
  status_code = "200"
  response_parameters = {
    "method.response.header.Access-Control-Allow-Headers" = "'*'"
    "method.response.header.Access-Control-Allow-Origin"  = "'https://clinic.example.org'"
  }
}
