resource "aws_cloudfront_distribution" "letters" {
  enabled = true

  # ruleid: old-tls-to-an-origin
  origin {
    domain_name = "letters.example.org"
    origin_id   = "letters"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1", "TLSv1.1", "TLSv1.2"]
    }
  }
}

resource "aws_cloudfront_distribution" "records" {
  enabled = true

  # ok: old-tls-to-an-origin
  origin {
    domain_name = "records.example.org"
    origin_id   = "records"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}

# A site in a bucket answers without TLS only; its list says nothing.
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name = "site.s3-website.eu-west-2.amazonaws.com"
    origin_id   = "site"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1"]
    }
  }
}

variable "protocols" {
  type = list(string)
}

resource "aws_cloudfront_distribution" "asked" {
  enabled = true

  # open: old-tls-to-an-origin
  origin {
    domain_name = "asked.example.org"
    origin_id   = "asked"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "match-viewer"
      origin_ssl_protocols   = var.protocols
    }
  }
}

# Several origins: one of them with an old protocol is enough.
resource "aws_cloudfront_distribution" "two" {
  enabled = true

  # ruleid: old-tls-to-an-origin
  origin {
    domain_name = "api.example.org"
    origin_id   = "api"

    custom_origin_config {
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  origin {
    domain_name = "old.example.org"
    origin_id   = "old"

    custom_origin_config {
      origin_protocol_policy = "match-viewer"
      origin_ssl_protocols   = ["SSLv3", "TLSv1.2"]
    }
  }
}

# A bucket beside a custom origin has no list.
resource "aws_cloudfront_distribution" "beside_a_bucket" {
  enabled = true

  # ok: old-tls-to-an-origin
  origin {
    domain_name = "files.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
  }

  origin {
    domain_name = "ward.example.org"
    origin_id   = "ward"

    custom_origin_config {
      origin_protocol_policy = "match-viewer"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
