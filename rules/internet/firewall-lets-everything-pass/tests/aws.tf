# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "counts" {
  name  = "counts"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }
  rule {
    name     = "rate"
    priority = 2
    action {
      count {}
    }
    statement {
      rate_based_statement {
        limit = 2000
      }
    }
  }
}

# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "empty" {
  name  = "empty"
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
}

# Some rules still only count, which is how new ones are tried.
# ok: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "managed" {
  name  = "managed"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "new"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesBotControlRuleSet"
        vendor_name = "AWS"
      }
    }
  }
  rule {
    name     = "common"
    priority = 2
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}

# ok: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "closed" {
  name  = "closed"
  scope = "REGIONAL"
  default_action {
    block {}
  }
}

# ok: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "rate" {
  name  = "rate"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "rate"
    priority = 1
    action {
      block {}
    }
  }
}

# ok: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "riddle" {
  name  = "riddle"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "riddle"
    priority = 1
    action {
      captcha {}
    }
  }
}

# ok: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "challenge" {
  name  = "challenge"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "challenge"
    priority = 1
    action {
      challenge {}
    }
  }
}

# Its action is left to the module that makes it.
# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "unsaid" {
  name = "unsaid"
}

# open: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "by_variable" {
  name  = "by_variable"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  dynamic "rule" {
    for_each = var.rules
    content {
      name     = rule.value
      priority = 1
      override_action {
        none {}
      }
    }
  }
}

variable "rules" {}

# Another team keeps the rules.
# open: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "left_alone" {
  name  = "left_alone"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [tags, rule]
  }
}

# Its log keeps what it blocks: the rules are laid over this file when it is applied.
# open: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "laid_over" {
  name  = "laid_over"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "laid_over" {
  log_destination_configs = ["arn:aws:logs:eu-west-2:111122223333:log-group:aws-waf-logs-web"]
  resource_arn            = aws_wafv2_web_acl.laid_over.arn
  logging_filter {
    default_behavior = "DROP"
    filter {
      behavior    = "DROP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "ALLOW"
        }
      }
      condition {
        action_condition {
          action = "BLOCK"
        }
      }
    }
  }
}

# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "logs_passes" {
  name  = "logs_passes"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "logs_passes" {
  log_destination_configs = ["arn:aws:logs:eu-west-2:111122223333:log-group:aws-waf-logs-web"]
  resource_arn            = aws_wafv2_web_acl.logs_passes.arn
  logging_filter {
    default_behavior = "KEEP"
    filter {
      behavior    = "DROP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "ALLOW"
        }
      }
    }
  }
}

# Rules that only count, and a log that keeps what they count.
# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "logs_counts" {
  name  = "logs_counts"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "rate"
    priority = 1
    action {
      count {}
    }
  }
  lifecycle {
    ignore_changes = [rule]
  }
}

# ruleid: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "leaves_labels_alone" {
  name  = "leaves_labels_alone"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [tags]
  }
}

# open: firewall-lets-everything-pass
resource "aws_wafv2_web_acl" "wholly_left_alone" {
  name  = "wholly_left_alone"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = all
  }
}
