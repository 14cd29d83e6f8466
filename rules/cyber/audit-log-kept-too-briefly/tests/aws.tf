variable "days" {}

variable "short" {
  default = 30
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/wards/audit"
  # ruleid: audit-log-kept-too-briefly
  retention_in_days = 14
}

resource "aws_cloudwatch_log_group" "vpc_flow_logs" {
  name              = "wards"
  # ruleid: audit-log-kept-too-briefly
  retention_in_days = var.short
}

resource "aws_cloudwatch_log_group" "waf" {
  name              = "aws-waf-logs-wards"
  # ruleid: audit-log-kept-too-briefly
  retention_in_days = 7
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "cloudtrail" {
  name = "trail"
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "security" {
  name              = "security"
  retention_in_days = 0
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "eks" {
  name              = "/aws/eks/wards/cluster"
  retention_in_days = 90
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "program" {
  name              = "/aws/lambda/letters"
  retention_in_days = 14
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "api_gateway" {
  name              = "api"
  retention_in_days = 7
}

resource "aws_cloudwatch_log_subscription_filter" "to_splunk" {
  name            = "splunk"
  log_group_name  = aws_cloudwatch_log_group.api_gateway.name
  destination_arn = "arn:aws:firehose:eu-west-2:1:deliverystream/splunk"
  filter_pattern  = ""
}

resource "aws_cloudwatch_log_group" "access_logs" {
  name              = "edge"
  # open: audit-log-kept-too-briefly
  retention_in_days = var.days
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "lambda_logs" {
  name              = "/aws/lambda/${var.days}_letters"
  retention_in_days = 14
}

resource "aws_cloudwatch_log_group" "flow_log" {
  name = "flows"
  # ruleid: audit-log-kept-too-briefly
  retention_in_days = "30"
}

# ok: audit-log-kept-too-briefly
resource "aws_cloudwatch_log_group" "audit_for_ever" {
  name              = "audit"
  retention_in_days = "0"
}
