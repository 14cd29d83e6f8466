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

# Of several statements and callers, one admits everybody; the private domain beside it does not hide that.
# review: search-store-with-public-address
resource "aws_elasticsearch_domain_policy" "letters" {
  domain_name = aws_elasticsearch_domain.letters.domain_name
  access_policies = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/writer" }
        Action    = "es:ESHttpPut"
        Resource  = "${aws_opensearch_domain.private.arn}/*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = ["arn:aws:iam::111122223333:role/reader", "*"], Service = "firehose.amazonaws.com" }
        Action    = "es:ESHttpGet"
        Resource  = "${aws_elasticsearch_domain.letters.arn}/*"
      },
    ]
  })
}

resource "aws_elasticsearch_domain" "letters" {
  domain_name = "old-letters"
  advanced_security_options {
    enabled = true
  }
}

# ok: search-store-with-public-address
resource "aws_opensearch_domain" "by_address" {
  domain_name = "by-address"
  access_policies = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "es:ESHttp*"
        Resource  = "*"
        Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.0/28"] } }
      },
      { Effect = "Deny", Principal = "*", Action = "es:ESHttpDelete", Resource = "*" },
    ]
  })
  advanced_security_options {
    enabled = true
  }
}

# The policy of a private domain, which stands beside it.
resource "aws_opensearch_domain" "inside" {
  domain_name = "inside"
  vpc_options {
    subnet_ids = var.subnets
  }
  advanced_security_options {
    enabled = true
  }
}

# ok: search-store-with-public-address
resource "aws_opensearch_domain_policy" "inside" {
  domain_name     = aws_opensearch_domain.inside.domain_name
  access_policies = data.aws_iam_policy_document.everybody.json
}

variable "subnets" {
  type = list(string)
}

# Whether it is in a private network is told when it is made.
# open: search-store-with-public-address
resource "aws_opensearch_domain" "either" {
  domain_name     = "either"
  access_policies = data.aws_iam_policy_document.everybody.json
  dynamic "vpc_options" {
    for_each = length(var.subnets) > 0 ? [1] : []
    content {
      subnet_ids = var.subnets
    }
  }
  advanced_security_options {
    enabled = true
  }
}
