"""The modules that the services of a made-up repository call."""

from __future__ import annotations

from collections.abc import Mapping

_BUCKET = """\
variable "name" {
  type = string
}

variable "encrypted" {
  type    = bool
  default = true
}

variable "days" {
  type    = number
  default = 30
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_s3_bucket" "this" {
  bucket = lower(replace(var.name, "_", "-"))
  tags   = var.tags
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = var.encrypted ? 1 : 0
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = var.days
    }
  }
}

output "id" {
  value = aws_s3_bucket.this.id
}

output "arn" {
  value = aws_s3_bucket.this.arn
}
"""
_FUNCTION = """\
variable "name" {
  type = string
}

variable "memory" {
  type    = number
  default = 128
}

variable "buckets" {
  type    = list(string)
  default = []
}

variable "environment" {
  type    = map(string)
  default = {}
}

resource "aws_iam_role" "this" {
  name = "${var.name}-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for bucket in var.buckets : { Effect = "Allow", Action = "s3:GetObject", Resource = "${bucket}/*" }]
  })
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  memory_size   = max(var.memory, 128)
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = "function.zip"

  environment {
    variables = var.environment
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${aws_lambda_function.this.function_name}"
  retention_in_days = 30
}
"""
MODULES: Mapping[str, str] = {"bucket": _BUCKET, "function": _FUNCTION}
"""Text by folder."""
