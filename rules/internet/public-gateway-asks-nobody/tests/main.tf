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

# Records on health, and no check of health; the authoriser that is there is named by no operation.
# review: public-gateway-asks-nobody
resource "aws_api_gateway_rest_api" "health_records" {
  name = "health-records"
}

resource "aws_api_gateway_authorizer" "staff" {
  name        = "staff"
  rest_api_id = aws_api_gateway_rest_api.health_records.id
}

resource "aws_api_gateway_method" "health_records" {
  rest_api_id   = aws_api_gateway_rest_api.health_records.id
  resource_id   = "abc"
  http_method   = "ANY"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "health_records_options" {
  rest_api_id   = aws_api_gateway_rest_api.health_records.id
  resource_id   = "abc"
  http_method   = "OPTIONS"
  authorization = "CUSTOM"
}

# ok: public-gateway-asks-nobody
resource "aws_api_gateway_rest_api" "keyed" {
  name = "keyed"
}

resource "aws_api_gateway_method" "keyed" {
  rest_api_id      = aws_api_gateway_rest_api.keyed.id
  resource_id      = "abc"
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

variable "authorization" {
  type = string
}

# open: public-gateway-asks-nobody
resource "aws_api_gateway_rest_api" "chosen" {
  name = "chosen"
}

resource "aws_api_gateway_method" "chosen" {
  rest_api_id   = aws_api_gateway_rest_api.chosen.id
  resource_id   = "abc"
  http_method   = "GET"
  authorization = var.authorization
}

# All goes to one function, and nothing can ask.
# review: public-gateway-asks-nobody
resource "aws_apigatewayv2_api" "quick" {
  name          = "quick"
  protocol_type = "HTTP"
  target        = "arn:aws:lambda:eu-west-2:999999999999:function:letters"
}

# It is reached by an address of one's own.
# review: public-gateway-asks-nobody
resource "aws_apigatewayv2_api" "processor" {
  name                         = "processor"
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = true
}

resource "aws_apigatewayv2_route" "processor" {
  api_id    = aws_apigatewayv2_api.processor.id
  route_key = "$default"
}

resource "aws_apigatewayv2_api_mapping" "processor" {
  api_id      = aws_apigatewayv2_api.processor.id
  domain_name = "letters.example.nhs.uk"
  stage       = "live"
}

# It is reached by nobody.
resource "aws_apigatewayv2_api" "unreached" {
  name                         = "unreached"
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = true
}

resource "aws_apigatewayv2_route" "unreached" {
  api_id    = aws_apigatewayv2_api.unreached.id
  route_key = "$default"
}

# Its policy says who may call it.
resource "aws_api_gateway_rest_api" "listed" {
  name = "listed"
}

resource "aws_api_gateway_rest_api_policy" "listed" {
  rest_api_id = aws_api_gateway_rest_api.listed.id
  policy      = file("policy.json")
}

resource "aws_api_gateway_method" "listed" {
  rest_api_id   = aws_api_gateway_rest_api.listed.id
  resource_id   = "abc"
  http_method   = "GET"
  authorization = "NONE"
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

# Browsers tell it what their policy refused; they cannot sign in.
resource "aws_apigatewayv2_api" "csp_report" {
  name          = "refusals"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "csp_report" {
  api_id    = aws_apigatewayv2_api.csp_report.id
  route_key = "POST /refusals"
}

# Slack signs what it sends, and the code checks it.
resource "aws_apigatewayv2_api" "slack_events" {
  name          = "slack-events"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "slack_events" {
  api_id    = aws_apigatewayv2_api.slack_events.id
  route_key = "POST /events"
}

resource "aws_api_gateway_rest_api" "sandbox" {
  name = "sandbox"
}

resource "aws_api_gateway_method" "sandbox" {
  rest_api_id   = aws_api_gateway_rest_api.sandbox.id
  http_method   = "ANY"
  authorization = "NONE"
}
