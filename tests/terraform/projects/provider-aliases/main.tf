terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.100" }
  }
  backend "s3" {
    bucket = "state"
    key    = "edge.tfstate"
    region = "eu-west-2"
  }
}

provider "aws" {
  region = local.region
  default_tags {
    tags = { Project = "edge" }
  }
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

locals { region = "eu-west-2" }

resource "aws_acm_certificate" "edge" {
  provider                  = aws.us_east_1
  domain_name               = "portal.example.nhs.uk"
  subject_alternative_names = ["www.portal.example.nhs.uk", "api.portal.example.nhs.uk"]
  validation_method         = "DNS"
  lifecycle { create_before_destroy = true }
}

module "logs" {
  source    = "./logs"
  providers = { aws = aws, aws.edge = aws.us_east_1 }
  prefix    = local.region
}

resource "aws_wafv2_web_acl" "edge" {
  provider = aws.us_east_1
  name     = "edge"
  scope    = "CLOUDFRONT"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "edge"
    sampled_requests_enabled   = false
  }
  dynamic "rule" {
    for_each = { AWSManagedRulesCommonRuleSet = 10, AWSManagedRulesSQLiRuleSet = 20 }
    content {
      name     = rule.key
      priority = rule.value
      override_action {
        none {}
      }
      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"
        }
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = lower(rule.key)
        sampled_requests_enabled   = true
      }
    }
  }
}
