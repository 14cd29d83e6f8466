resource "aws_api_gateway_method" "record" {
  rest_api_id   = "api"
  resource_id   = "record"
  http_method   = "GET"
  # review: gateway-operation-without-authorisation
  authorization = "NONE"
}

resource "aws_api_gateway_method" "record_write" {
  rest_api_id   = "api"
  resource_id   = "record"
  http_method   = "POST"
  # ok: gateway-operation-without-authorisation
  authorization = "CUSTOM"
  authorizer_id = "staff"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = "api"
  resource_id   = "record"
  http_method   = "OPTIONS"
  # ok: gateway-operation-without-authorisation
  authorization = "NONE"
}

resource "aws_api_gateway_method" "login" {
  rest_api_id   = "api"
  resource_id   = "login"
  http_method   = "GET"
  # ok: gateway-operation-without-authorisation
  authorization = "NONE"
}

resource "aws_api_gateway_method" "partner" {
  rest_api_id      = "api"
  resource_id      = "partner"
  http_method      = "GET"
  # ok: gateway-operation-without-authorisation
  authorization    = "NONE"
  api_key_required = true
}

variable "authorization" {
  type = string
}

resource "aws_api_gateway_method" "cannot_tell" {
  rest_api_id   = "api"
  resource_id   = "letters"
  http_method   = "GET"
  # open: gateway-operation-without-authorisation
  authorization = var.authorization
}
