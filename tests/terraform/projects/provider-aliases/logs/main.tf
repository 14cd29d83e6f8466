terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.edge]
    }
  }
}
variable "prefix" { type = string }
resource "aws_cloudwatch_log_group" "home" {
  name = "${var.prefix}-home"
}
resource "aws_cloudwatch_log_group" "edge" {
  provider          = aws.edge
  name              = "aws-waf-logs-${var.prefix}"
  retention_in_days = 30
}
