# review: edge-open-to-listed-addresses-only
resource "aws_wafv2_web_acl" "office" {
  scope = "CLOUDFRONT"
  default_action {
    block {}
  }
  rule {
    name = "office"
    action {
      allow {}
    }
    statement {
      ip_set_reference_statement {
        arn = "arn:aws:wafv2:us-east-1:111122223333:global/ipset/office/1"
      }
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "aws_wafv2_web_acl" "open" {
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
  rule {
    name = "abusers"
    action {
      block {}
    }
    statement {
      ip_set_reference_statement {
        arn = "arn:aws:wafv2:us-east-1:111122223333:global/ipset/abusers/1"
      }
    }
  }
}

# Refuses what it does not know, and knows countries and not offices.
# ok: edge-open-to-listed-addresses-only
resource "aws_wafv2_web_acl" "country" {
  scope = "REGIONAL"
  default_action {
    block {}
  }
  rule {
    name = "office"
    action {
      allow {}
    }
    statement {
      ip_set_reference_statement {
        arn = "arn:aws:wafv2:us-east-1:111122223333:global/ipset/office/1"
      }
    }
  }
  rule {
    name = "united-kingdom"
    action {
      allow {}
    }
    statement {
      geo_match_statement {
        country_codes = ["GB"]
      }
    }
  }
}

# review: edge-open-to-listed-addresses-only
resource "aws_wafv2_web_acl" "office_and_abusers" {
  scope = "CLOUDFRONT"
  default_action {
    block {}
  }
  rule {
    name = "office"
    action {
      allow {}
    }
    statement {
      ip_set_reference_statement {
        arn = "arn:aws:wafv2:us-east-1:111122223333:global/ipset/office/1"
      }
    }
  }
  rule {
    name = "injection"
    action {
      block {}
    }
    statement {
      sqli_match_statement {
        field_to_match {
          body {}
        }
      }
    }
  }
}

# review: edge-open-to-listed-addresses-only
resource "aws_api_gateway_rest_api_policy" "offices" {
  rest_api_id = "api"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "*"
        Condition = { Bool = { "aws:SecureTransport" = "false" }, NotIpAddress = { "aws:SourceIp" = ["194.72.0.0/16"] } }
      },
    ]
  })
}

# ok: edge-open-to-listed-addresses-only
resource "aws_api_gateway_rest_api_policy" "all" {
  rest_api_id = "api"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "true" }, IpAddress = { "aws:SourceIp" = ["194.72.0.0/16", "0.0.0.0/0"] } }
    }]
  })
}

# ok: edge-open-to-listed-addresses-only
resource "aws_api_gateway_rest_api_policy" "one_vpc" {
  rest_api_id = "api"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1" } }
    }]
  })
}

# review: edge-open-to-listed-addresses-only
resource "aws_api_gateway_rest_api" "offices" {
  name = "offices"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "true" }, IpAddress = { "aws:SourceIp" = "194.72.0.0/16" } }
    }]
  })
}
