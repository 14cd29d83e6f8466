resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:ESHttpGet", Resource = "*" }]
  })
  advanced_security_options {
    enabled = true
  }
}

resource "aws_opensearch_domain" "anonymous" {
  domain_name = "anonymous"
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:ESHttpGet", Resource = "*" }]
  })
  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = true
  }
}
