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
