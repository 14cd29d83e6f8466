# What is asked over https alone is no storage that serves pages.
resource "aws_cloudfront_distribution" "upload" {
  default_root_object = "index.html"
  origin {
    domain_name = "abcdef.execute-api.eu-west-2.amazonaws.com"
    origin_id   = "upload"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "upload"
    viewer_protocol_policy = "https-only"
  }
}

# Storage as a web site, with the calls of its pages beside it.
resource "aws_cloudfront_distribution" "site" {
  default_root_object = "index.html"
  origin {
    domain_name = "pages.s3-website.eu-west-2.amazonaws.com"
    origin_id   = "pages"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  origin {
    domain_name = "abcdef.execute-api.eu-west-2.amazonaws.com"
    origin_id   = "calls"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "pages"
    viewer_protocol_policy = "https-only"
  }
}
