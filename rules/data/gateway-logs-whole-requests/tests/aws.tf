# ruleid: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "traced" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
  }
}

# ok: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "plain" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    metrics_enabled = true
  }
}

# ok: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "off" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = false
    logging_level      = "INFO"
  }
}

# open: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "given" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = var.trace
  }
}

# ruleid: gateway-logs-whole-requests
resource "aws_apigatewayv2_stage" "socket" {
  api_id = "a"
  name   = "live"
  default_route_settings {
    data_trace_enabled = true
  }
}

# ruleid: gateway-logs-whole-requests
resource "aws_apigatewayv2_stage" "one_route" {
  api_id = "a"
  name   = "live"
  default_route_settings {
    logging_level = "ERROR"
  }
  route_settings {
    route_key          = "wards"
    data_trace_enabled = true
  }
}

# ok: gateway-logs-whole-requests
resource "aws_apigatewayv2_stage" "quiet" {
  api_id = "a"
  name   = "live"
}

# ruleid: gateway-logs-whole-requests
resource "aws_appsync_graphql_api" "verbose" {
  name                = "w"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "r"
    field_log_level          = "ALL"
  }
}

# ok: gateway-logs-whole-requests
resource "aws_appsync_graphql_api" "cut" {
  name                = "w"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "r"
    field_log_level          = "ALL"
    exclude_verbose_content  = true
  }
}

# ok: gateway-logs-whole-requests
resource "aws_appsync_graphql_api" "errors" {
  name                = "w"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "r"
    field_log_level          = "ERROR"
  }
}

resource "aws_appsync_graphql_api" "silent" {
  name                = "w"
  authentication_type = "AWS_IAM"
}

variable "trace" { type = bool }

# Nothing is written while the execution log is off.
# ok: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "unlogged" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
    logging_level      = "OFF"
  }
}

# ok: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "sandbox_traced" {
  rest_api_id = "b"
  stage_name  = "sandbox"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
    logging_level      = "INFO"
  }
}

# Tests of patients are the product here, and no trial of it.
# ruleid: gateway-logs-whole-requests
resource "aws_api_gateway_method_settings" "test_results" {
  rest_api_id = "c"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
    logging_level      = "INFO"
  }
}
