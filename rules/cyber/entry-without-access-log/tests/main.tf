variable "logged" {}

variable "internal_too" {
  default = true
}

# ruleid: entry-without-access-log
resource "aws_lb" "none" {
  name = "wards"
}

# ruleid: entry-without-access-log
resource "aws_alb" "never_enabled" {
  name = "wards"
  access_logs {
    bucket = "logs"
  }
}

# ok: entry-without-access-log
resource "aws_lb" "logged" {
  name               = "wards"
  load_balancer_type = "application"
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

# ok: entry-without-access-log
resource "aws_lb" "internal" {
  name     = "wards"
  internal = var.internal_too
}

# ok: entry-without-access-log
resource "aws_lb" "network" {
  name               = "wards"
  load_balancer_type = "network"
}

# open: entry-without-access-log
resource "aws_lb" "unknown" {
  name = "wards"
  access_logs {
    bucket  = "logs"
    enabled = var.logged
  }
}

# ruleid: entry-without-access-log
resource "aws_elb" "off" {
  name = "wards"
  access_logs {
    bucket  = "logs"
    enabled = false
  }
}

# ok: entry-without-access-log
resource "aws_elb" "on" {
  name = "wards"
  access_logs {
    bucket = "logs"
  }
}

# ruleid: entry-without-access-log
resource "aws_cloudfront_distribution" "none" {
  enabled = true
  default_cache_behavior {
    target_origin_id = "web"
  }
}

# ok: entry-without-access-log
resource "aws_cloudfront_distribution" "old_way" {
  enabled = true
  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}

# ok: entry-without-access-log
resource "aws_cloudfront_distribution" "new_way" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "edge" {
  name         = "edge"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.new_way.arn
}

# ok: entry-without-access-log
resource "aws_cloudfront_distribution" "at_once" {
  enabled = true
  default_cache_behavior {
    target_origin_id        = "web"
    realtime_log_config_arn = "arn:aws:cloudfront::1:realtime-log-config/edge"
  }
}

# ruleid: entry-without-access-log
resource "aws_api_gateway_stage" "none" {
  rest_api_id   = "api"
  deployment_id = "d"
  stage_name    = "live"
}

# ruleid: entry-without-access-log
resource "aws_api_gateway_stage" "errors_only" {
  rest_api_id   = "api"
  deployment_id = "d"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "errors_only" {
  rest_api_id = "api"
  stage_name  = aws_api_gateway_stage.errors_only.stage_name
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
  }
}

# ok: entry-without-access-log
resource "aws_api_gateway_stage" "executions" {
  rest_api_id   = "api"
  deployment_id = "d"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "executions" {
  rest_api_id = "api"
  stage_name  = aws_api_gateway_stage.executions.stage_name
  method_path = "*/*"
  settings {
    logging_level = "INFO"
  }
}

# ok: entry-without-access-log
resource "aws_apigatewayv2_stage" "logged" {
  api_id = "api"
  name   = "live"
  access_log_settings {
    destination_arn = "arn"
    format          = "json"
  }
}

# ruleid: entry-without-access-log
resource "google_compute_backend_service" "none" {
  name                  = "wards"
  load_balancing_scheme = "EXTERNAL_MANAGED"
}

# ok: entry-without-access-log
resource "google_compute_backend_service" "internal" {
  name                  = "wards"
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}

# ok: entry-without-access-log
resource "google_compute_backend_service" "logged" {
  name = "wards"
  log_config {
    enable      = true
    sample_rate = 1.0
  }
}

# ruleid: entry-without-access-log
resource "google_compute_backend_service" "switched_off" {
  name = "wards"
  log_config {
    sample_rate = 0.5
  }
}

# ruleid: entry-without-access-log
resource "aws_elb" "none" {
  name = "wards"
}
