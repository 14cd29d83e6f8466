# review: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "no_rate" {
  default_action {
    allow {}
  }
  rule {
    name = "common"
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

# ok: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "rate" {
  default_action {
    allow {}
  }
  rule {
    name = "common"
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
  rule {
    name = "rate"
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit = 2000
      }
    }
  }
}

# What the group of another owner holds cannot be seen; it is there.
# ok: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "group_of_the_platform" {
  rule {
    name = "platform"
    statement {
      rule_group_reference_statement {
        arn = "arn:aws:wafv2:eu-west-2:111122223333:regional/rulegroup/platform/1"
      }
    }
  }
}

# review: edge-without-limit-on-rate
resource "aws_apigatewayv2_stage" "bare" {
  name = "$default"
}

# ok: edge-without-limit-on-rate
resource "aws_apigatewayv2_stage" "limited" {
  name = "$default"
  default_route_settings {
    throttling_burst_limit = 100
    throttling_rate_limit  = 50
  }
}

resource "aws_apigatewayv2_api" "socket" {
  name          = "socket"
  protocol_type = "WEBSOCKET"
}

# ok: edge-without-limit-on-rate
resource "aws_apigatewayv2_stage" "socket" {
  api_id = aws_apigatewayv2_api.socket.id
  name   = "live"
}

# review: edge-without-limit-on-rate
resource "azurerm_cdn_frontdoor_firewall_policy" "no_rate" {
  name = "norate"
  custom_rule {
    name    = "abroad"
    type    = "MatchRule"
    action  = "Block"
    enabled = true
  }
}

# ok: edge-without-limit-on-rate
resource "azurerm_cdn_frontdoor_firewall_policy" "rate" {
  name = "rate"
  custom_rule {
    name   = "abroad"
    type   = "MatchRule"
    action = "Block"
  }
  custom_rule {
    name   = "rate"
    type   = "RateLimitRule"
    action = "Block"
  }
}

# review: edge-without-limit-on-rate
resource "azurerm_cdn_frontdoor_firewall_policy" "switched_off" {
  name = "off"
  custom_rule {
    name    = "rate"
    type    = "RateLimitRule"
    action  = "Block"
    enabled = false
  }
}

# ok: edge-without-limit-on-rate
resource "azurerm_web_application_firewall_policy" "rate" {
  name = "rate"
  custom_rules {
    name      = "rate"
    rule_type = "RateLimitRule"
    action    = "Block"
  }
}

# open: edge-without-limit-on-rate
resource "azurerm_web_application_firewall_policy" "by_variable" {
  name = "by_variable"
  custom_rules {
    name      = "rate"
    rule_type = var.type
    action    = "Block"
  }
}

# review: edge-without-limit-on-rate
resource "google_compute_security_policy" "no_rate" {
  name = "no-rate"
  rule {
    action   = "deny(403)"
    priority = 1000
  }
}

# ok: edge-without-limit-on-rate
resource "google_compute_security_policy" "rate" {
  name = "rate"
  rule {
    action   = "deny(403)"
    priority = 1000
  }
  rule {
    action   = "throttle"
    priority = 1001
  }
}

# ok: edge-without-limit-on-rate
resource "google_compute_security_policy" "ban" {
  name = "ban"
  rule {
    action   = "rate_based_ban"
    priority = 1001
  }
}

variable "type" {}

# Its rules are resources of their own.
# ok: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "rules_apart" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [rule]
  }
}

resource "aws_wafv2_web_acl_rule" "too_often" {
  name        = "too-often"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.rules_apart.arn
  action {
    block {}
  }
  statement {
    rate_based_statement {
      limit              = 900
      aggregate_key_type = "IP"
    }
  }
}

# review: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "rules_apart_none_on_rate" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [rule]
  }
}

resource "aws_wafv2_web_acl_rule" "injection" {
  name        = "injection"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.rules_apart_none_on_rate.arn
  statement {
    managed_rule_group_statement {
      name        = "AWSManagedRulesSQLiRuleSet"
      vendor_name = "AWS"
    }
  }
}

# ok: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "group_apart" {
  default_action {
    allow {}
  }
}

resource "aws_wafv2_web_acl_rule_group_association" "platform" {
  rule_name   = "platform"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.group_apart.arn
  rule_group_reference {
    arn = "arn:aws:wafv2:eu-west-2:111122223333:regional/rulegroup/platform/1"
  }
}

# open: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "rules_of_somebody_else" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [rule]
  }
}

# review: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "no_rules" {
  default_action {
    allow {}
  }
}

# open: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "all_of_somebody_else" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = all
  }
}

# review: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "only_tags_of_somebody_else" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [tags, description]
  }
}

# ok: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "group_by_a_rule_apart" {
  default_action {
    allow {}
  }
}

resource "aws_wafv2_web_acl_rule" "group" {
  name        = "group"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.group_by_a_rule_apart.arn
  statement {
    rule_group_reference_statement {
      arn = "arn:aws:wafv2:eu-west-2:111122223333:regional/rulegroup/platform/1"
    }
  }
}

# open: edge-without-limit-on-rate
resource "aws_wafv2_web_acl" "rules_and_tags_of_somebody_else" {
  default_action {
    allow {}
  }
  lifecycle {
    ignore_changes = [tags, rule]
  }
}
