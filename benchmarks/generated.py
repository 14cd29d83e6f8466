"""Writes a made-up Terraform repository of a chosen size, so that measurements need no clone of anybody's.

``python -m benchmarks.generated FOLDER SIZE``
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.generated_modules import MODULES

SIZES: Mapping[str, int] = {"small": 16, "medium": 160, "large": 960}
"""Services: each is a file of about ninety lines; the largest repository has about 90,000 lines."""
_PER_ROOT = 160
"""Services in one root module."""
_ROOT = """\
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

variable "region" {
  type    = string
  default = "eu-west-2"
}

variable "environment" {
  type    = string
  default = "dev"
}

variable "settings" {
  type = object({
    retention = optional(number, 30)
    public    = optional(bool, false)
    networks  = optional(list(string), ["10.0.0.0/16"])
  })
  default = {}
}

locals {
  prefix = "made-up-${var.environment}"
  tags = {
    environment = var.environment
    owner       = "nobody"
  }
  is_production = var.environment == "prod"
  zones         = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
}

data "aws_caller_identity" "current" {}
"""
_SERVICE = """\
locals {
  NAME_queues = {
    for name in ["in", "out", "failed"] : name => {
      name    = "${local.prefix}-NAME-${name}"
      seconds = name == "failed" ? 1209600 : 345600
    }
  }
  NAME_rules = [
    { port = 443, networks = var.settings.networks },
    { port = 80, networks = var.settings.public ? ["0.0.0.0/0"] : var.settings.networks },
  ]
}

module "NAME_bucket" {
  source = "../modules/bucket"

  name      = "${local.prefix}-NAME"
  encrypted = true
  days      = coalesce(var.settings.retention, 30)
  tags      = merge(local.tags, { service = "NAME" })
}

module "NAME_function" {
  source = "../modules/function"

  name    = format("%s-%s", local.prefix, "NAME")
  memory  = local.is_production ? 1024 : 256
  buckets = [module.NAME_bucket.arn]
  environment = {
    BUCKET = module.NAME_bucket.id
    QUEUES = join(",", [for queue in aws_sqs_queue.NAME : queue.name])
  }
}

resource "aws_sqs_queue" "NAME" {
  for_each = local.NAME_queues

  name                      = each.value.name
  message_retention_seconds = each.value.seconds
  sqs_managed_sse_enabled   = true
  tags                      = merge(local.tags, { queue = each.key })
}

resource "aws_security_group" "NAME" {
  name        = "${local.prefix}-NAME"
  description = "Traffic of NAME"

  dynamic "ingress" {
    for_each = local.NAME_rules

    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.networks
    }
  }
}

data "aws_iam_policy_document" "NAME" {
  statement {
    sid       = "Queues"
    actions   = ["sqs:SendMessage", "sqs:ReceiveMessage"]
    resources = [for queue in aws_sqs_queue.NAME : queue.arn]
  }
}

resource "aws_iam_policy" "NAME" {
  count  = var.environment == "none" ? 0 : 1
  name   = "${local.prefix}-NAME"
  policy = data.aws_iam_policy_document.NAME.json
}

resource "aws_ssm_parameter" "NAME" {
  name  = "/${local.prefix}/NAME/settings"
  type  = "SecureString"
  value = jsonencode({ zones = local.zones, retention = var.settings.retention })
}

resource "aws_cloudwatch_dashboard" "NAME" {
  dashboard_name = "${local.prefix}-NAME"
  dashboard_body = <<-EOT
    {
      "widgets": [
        %{~ for index, zone in local.zones ~}
        {"zone": "${zone}"}%{ if index < length(local.zones) - 1 },%{ endif }
        %{~ endfor ~}
      ]
    }
  EOT
}
"""


def write_repository(folder: Path, services: int) -> None:
    """Write root modules with that many services, two modules that they call, and values for two environments.

    Args:
        folder: Is made; must not be there yet.
        services: How many.
    """
    folder.mkdir(parents=True)
    for name, text in MODULES.items():
        module = folder / "modules" / name
        module.mkdir(parents=True)
        (module / "main.tf").write_text(text, encoding="utf-8")
    for number in range(services):
        root = folder / f"estate{number // _PER_ROOT:02}"
        if number % _PER_ROOT == 0:
            _write_root(root)
        name = f"service{number:04}"
        (root / f"{name}.tf").write_text(_SERVICE.replace("NAME", name), encoding="utf-8")


def _write_root(root: Path) -> None:
    root.mkdir()
    (root / "main.tf").write_text(_ROOT, encoding="utf-8")
    for name, days in (("dev", 7), ("prod", 365)):
        values = f'environment = "{name}"\nsettings = {{\n  retention = {days}\n}}\n'
        (root / f"{name}.tfvars").write_text(values, encoding="utf-8")


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]), SIZES[sys.argv[2]])
