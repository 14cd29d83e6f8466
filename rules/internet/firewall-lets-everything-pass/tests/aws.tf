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
