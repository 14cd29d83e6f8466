# review: public-gateway-asks-nobody
resource "aws_api_gateway_rest_api" "letters" {
  name = "letters"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_method" "letters" {
  rest_api_id   = aws_api_gateway_rest_api.letters.id
  resource_id   = "abc"
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "letters_options" {
  rest_api_id   = aws_api_gateway_rest_api.letters.id
  resource_id   = "abc"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

# ok: public-gateway-asks-nobody
resource "aws_api_gateway_rest_api" "guarded" {
  name = "guarded"
}

resource "aws_api_gateway_method" "guarded" {
  rest_api_id   = aws_api_gateway_rest_api.guarded.id
  resource_id   = "abc"
  http_method   = "GET"
  authorization = "CUSTOM"
}

resource "aws_api_gateway_method" "open" {
  rest_api_id   = aws_api_gateway_rest_api.guarded.id
  resource_id   = "status"
  http_method   = "GET"
  authorization = "NONE"
}

# Not on the internet.
resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "inside" {
  rest_api_id   = aws_api_gateway_rest_api.inside.id
  resource_id   = "abc"
  http_method   = "GET"
  authorization = "NONE"
}

# Described elsewhere.
resource "aws_api_gateway_rest_api" "described" {
  name = "described"
  body = file("api.yaml")
}

# Open on purpose.
resource "aws_api_gateway_rest_api" "sign_in" {
  name = "sign-in"
}

resource "aws_api_gateway_method" "sign_in" {
  rest_api_id   = aws_api_gateway_rest_api.sign_in.id
  resource_id   = "abc"
  http_method   = "POST"
  authorization = "NONE"
}
