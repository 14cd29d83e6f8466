data "aws_iam_policy_document" "everybody" {
  statement {
    actions   = ["es:ESHttpGet"]
    resources = ["arn:aws:es:eu-west-2:111122223333:domain/logs/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  advanced_security_options {
    enabled = true
  }
}

# review: search-store-with-public-address
resource "aws_opensearch_domain_policy" "logs" {
  domain_name     = aws_opensearch_domain.logs.domain_name
  access_policies = data.aws_iam_policy_document.everybody.json
}

# review: search-store-with-public-address
resource "aws_opensearch_domain" "letters" {
  domain_name     = "letters"
  access_policies = data.aws_iam_policy_document.everybody.json
  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = false
  }
}

# ok: search-store-with-public-address
resource "aws_opensearch_domain" "private" {
  domain_name     = "private"
  access_policies = data.aws_iam_policy_document.everybody.json
  vpc_options {
    subnet_ids = ["subnet-1"]
  }
  advanced_security_options {
    enabled = true
  }
}

# ok: search-store-with-public-address
resource "aws_elasticsearch_domain" "named" {
  domain_name = "named"
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "es:ESHttpGet", Resource = "*" }]
  })
  advanced_security_options {
    enabled = true
  }
}

# Those that ask nobody are another rule's.
resource "aws_opensearch_domain" "anonymous" {
  domain_name     = "anonymous"
  access_policies = data.aws_iam_policy_document.everybody.json
  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = true
  }
}

resource "aws_opensearch_domain" "open" {
  domain_name     = "open"
  access_policies = data.aws_iam_policy_document.everybody.json
}

variable "callers" {
  type = list(string)
}

# open: search-store-with-public-address
resource "aws_opensearch_domain" "given" {
  domain_name = "given"
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = var.callers }, Action = "es:ESHttpGet", Resource = "*" }]
  })
  advanced_security_options {
    enabled = true
  }
}
