"""What made-up teams ask for: a database, a bucket, queues, a function; texts with gaps."""

from __future__ import annotations

from collections.abc import Mapping

_DATABASE = """\
resource "random_password" "database" {
  length  = 32
  special = false
}

resource "aws_db_subnet_group" "this" {
  name       = local.name
  subnet_ids = [for zone, network in local.subnets : "subnet-${zone}"]
}

resource "aws_db_parameter_group" "this" {
  name   = local.name
  family = "postgres@ENGINE@"

  parameter {
    name  = "rds.force_ssl"
    value = "@YES@"
  }
}

resource "aws_db_instance" "this" {
  identifier                          = local.name
  engine                              = "postgres"
  engine_version                      = "@ENGINE@"
  instance_class                      = var.environment == "production" ? "db.m6g.large" : "db.t4g.small"
  allocated_storage                   = 20
  db_name                             = "records"
  username                            = "@ACCOUNT@"
  password                            = random_password.database.result
  db_subnet_group_name                = aws_db_subnet_group.this.name
  parameter_group_name                = aws_db_parameter_group.this.name
  vpc_security_group_ids              = [aws_security_group.this.id]
  publicly_accessible                 = @PUBLIC@
  storage_encrypted                   = @ENCRYPTED@
  multi_az                            = var.environment == "production"
  backup_retention_period             = @DAYS@
  auto_minor_version_upgrade          = @ROTATED@
  iam_database_authentication_enabled = @ROTATED@
  deletion_protection                 = true
}

resource "kubernetes_secret" "database" {
  metadata {
    name      = "database"
    namespace = "@NAME@"
  }

  data = {
    address  = aws_db_instance.this.address
    username = aws_db_instance.this.username
    password = random_password.database.result
  }
}
"""
_BUCKET = """\
module "@PIECE@_bucket" {
  source = "github.com/made-up-platform/terraform-s3-bucket?ref=@VERSION@"

  team_name     = var.team_name
  business_unit = var.business_unit
  application   = var.application
  environment   = var.environment
  versioning    = true

  lifecycle_rule = [
    {
      id      = "retire"
      enabled = true
      prefix  = "logs/"
      expiration = [
        { days = @DAYS@ },
      ]
    },
  ]
}

resource "aws_s3_bucket" "exports" {
  bucket = "${local.name}-exports"
}

resource "aws_s3_bucket_public_access_block" "exports" {
  bucket                  = aws_s3_bucket.exports.id
  block_public_acls       = @ROTATED@
  block_public_policy     = @ROTATED@
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "exports" {
  bucket = aws_s3_bucket.exports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "@PRINCIPAL@" }
        Action    = ["s3:GetObject"]
        Resource  = "${aws_s3_bucket.exports.arn}/*"
      },
    ]
  })
}
"""
_QUEUE = """\
locals {
  queues = {
    incoming = { seconds = 345600, attempts = 5 }
    failed   = { seconds = 1209600, attempts = 1 }
  }
}

resource "aws_sqs_queue" "this" {
  for_each = local.queues

  name                      = "${local.name}-${each.key}"
  message_retention_seconds = each.value.seconds
  kms_master_key_id         = @KEY@
}

resource "aws_sns_topic" "this" {
  name              = local.name
  kms_master_key_id = aws_kms_key.this.id
}

resource "aws_sns_topic_subscription" "this" {
  topic_arn = aws_sns_topic.this.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.this["incoming"].arn
}

resource "aws_mq_broker" "this" {
  broker_name                = local.name
  engine_type                = "RabbitMQ"
  engine_version             = "3.13"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = @ROTATED@
  security_groups            = [aws_security_group.this.id]

  user {
    username = "@ACCOUNT@"
    password = random_password.broker.result
  }
}

resource "random_password" "broker" {
  length = 32
}

data "aws_iam_policy_document" "queue" {
  statement {
    sid       = "Send"
    actions   = ["@ACTION@"]
    resources = [for queue in aws_sqs_queue.this : queue.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each = aws_sqs_queue.this

  queue_url = each.value.id
  policy    = data.aws_iam_policy_document.queue.json
}
"""
_FUNCTION = """\
resource "aws_iam_role" "function" {
  name = "${local.name}-function"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "function" {
  role = aws_iam_role.function.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["@ACTION@"], Resource = "@RESOURCE@" }]
  })
}

resource "aws_lambda_function" "this" {
  function_name = local.name
  role          = aws_iam_role.function.arn
  runtime       = "@RUNTIME@"
  handler       = "main.handler"
  filename      = "function.zip"
  memory_size   = var.environment == "production" ? 1024 : 256

  environment {
    variables = {
      TABLE  = aws_dynamodb_table.this.name
      ISSUER = "https://auth.login.nhs.uk"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_dynamodb_table" "this" {
  name         = local.name
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = @ROTATED@
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.this.arn
  }
}
"""
PIECES: Mapping[str, str] = {"database": _DATABASE, "storage": _BUCKET, "queues": _QUEUE, "function": _FUNCTION}
"""Terraform by the name of its file."""
