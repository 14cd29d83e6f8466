"""Terraform of made-up teams: a root module each, with what that team asked for, some of it built carelessly."""

from __future__ import annotations

from pathlib import Path

from benchmarks.filling import chosen, filled, write
from benchmarks.generated_pieces import PIECES

_MAIN = """\
terraform {
  required_version = "@TERRAFORM@"

  backend "s3" {
    bucket  = "made-up-states"
    key     = "@NAME@/terraform.tfstate"
    region  = "eu-west-2"
    encrypt = @ENCRYPTED@
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "eu-west-2"

  default_tags {
    tags = local.tags
  }
}

locals {
  name = "${var.business_unit}-@NAME@-${var.environment}"
  tags = {
    business-unit = var.business_unit
    application   = var.application
    environment   = var.environment
    owner         = "${var.team_name}@example.org"
    is-production = tostring(var.environment == "production")
  }
  subnets = { for index, zone in var.zones : zone => cidrsubnet(var.network, 4, index) }
}

data "aws_vpc" "this" {
  tags = {
    Name = var.vpc_name
  }
}

resource "aws_kms_key" "this" {
  description         = "Data of ${local.name}"
  enable_key_rotation = @ROTATED@
}

resource "aws_security_group" "this" {
  name        = local.name
  description = "Traffic of ${local.name}"
  vpc_id      = data.aws_vpc.this.id

  ingress {
    description = "From the team's network"
    from_port   = @PORT@
    to_port     = @PORT@
    protocol    = "tcp"
    cidr_blocks = @SOURCES@
  }

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = values(local.subnets)
  }
}
"""
_VARIABLES = """\
variable "vpc_name" {
  description = "Network in which everything of this team stands."
  type        = string
}

variable "business_unit" {
  description = "Who pays."
  type        = string
  default     = "@UNIT@"
}

variable "application" {
  description = "What the team runs."
  type        = string
  default     = "@NAME@"
}

variable "team_name" {
  description = "Who is asked when something breaks."
  type        = string
  default     = "team-@NUMBER@"
}

variable "environment" {
  description = "One of development, staging and production."
  type        = string
  default     = "@ENVIRONMENT@"

  validation {
    condition     = contains(["development", "staging", "production"], var.environment)
    error_message = "There is no such environment."
  }
}

variable "network" {
  description = "Addresses of the team's network."
  type        = string
  default     = "10.@SECOND@.0.0/16"
}

variable "zones" {
  description = "Zones in which there are subnets."
  type        = list(string)
  default     = ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
}

variable "slack_channel" {
  description = "Where alarms are told."
  type        = string
  default     = "@NAME@-alarms"
}
"""
_ALARMS = """\
locals {
  alarms = {
    queue-is-old     = { metric = "ApproximateAgeOfOldestMessage", space = "AWS/SQS", above = 600 }
    function-fails   = { metric = "Errors", space = "AWS/Lambda", above = 5 }
    database-is-full = { metric = "FreeStorageSpace", space = "AWS/RDS", above = @PORT@ }
  }
}

resource "aws_sns_topic" "alarms" {
  name              = var.slack_channel
  kms_master_key_id = aws_kms_key.this.id
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${local.name}-${each.key}"
  namespace           = each.value.space
  metric_name         = each.value.metric
  threshold           = each.value.above
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  period              = 300
  statistic           = "Maximum"
  alarm_actions       = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/made-up/${local.name}"
  retention_in_days = @DAYS@
}

output "alarms" {
  description = "What wakes somebody."
  value       = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn]
}
"""


def write_team(folder: Path, number: int) -> None:
    """Write the root module of one team.

    Args:
        folder: Is made.
        number: Decides what the team has, and what is wrong with it.
    """
    values = _values(number)
    write(folder / "main.tf", filled(_MAIN, **values))
    write(folder / "variables.tf", filled(_VARIABLES, **values))
    write(folder / "alarms.tf", filled(_ALARMS, **values))
    for place, (name, text) in enumerate(PIECES.items()):
        if number % len(PIECES) != place:
            write(folder / f"{name}.tf", filled(text, piece=name, **values))


def _values(number: int) -> dict[str, object]:
    careless = number % 7 == 3
    return {
        "name": f"team{number:04}",
        "number": number,
        "second": number % 200,
        "unit": chosen(number, "appointments", "screening", "referrals", "registers"),
        "environment": chosen(number, "development", "staging", "production"),
        "terraform": chosen(number, ">= 1.5", "~> 1.9", ">= 0.13"),
        "version": chosen(number, "1.2.0", "2.0.1", "main"),
        "engine": chosen(number, "16", "15", "11"),
        "runtime": chosen(number, "python3.13", "nodejs22.x", "python3.8"),
        "port": chosen(number, "5432", "443", "8443"),
        "account": chosen(number, "records", "postgres"),
        "action": chosen(number, "sqs:SendMessage", "sqs:*"),
        "resource": chosen(number, "arn:aws:sqs:eu-west-2:123456789012:*", "*"),
        "principal": "*" if careless else f"arn:aws:iam::{123456789012 + number}:root",
        "sources": '["0.0.0.0/0"]' if careless else "[var.network]",
        "public": str(careless).lower(),
        "encrypted": str(number % 5 != 1).lower(),
        "rotated": str(number % 3 != 2).lower(),
        "yes": int(number % 4 != 1),
        "days": chosen(number, "0", "7", "30"),
        "key": "null" if number % 6 == 4 else "aws_kms_key.this.id",
    }
