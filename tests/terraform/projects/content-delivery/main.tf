variable "origins" {
  type = list(object({
    id      = string
    domain  = string
    path    = optional(string)
    s3      = optional(bool, false)
    headers = optional(map(string), {})
  }))
  default = [
    { id = "site", domain = "site.s3.eu-west-2.amazonaws.com", s3 = true },
    { id = "api", domain = "api.example.nhs.uk", path = "/v1", headers = { X-Origin = "edge", X-Count = 1 } },
  ]
}
variable "behaviours" {
  default = [
    { pattern = "/api/*", origin = "api", methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] },
    { pattern = "/images/*", origin = "site", methods = ["GET", "HEAD"] },
  ]
}
resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}
resource "aws_cloudfront_distribution" "this" {
  enabled             = true
  is_ipv6_enabled     = "true"
  default_root_object = "index.html"
  price_class         = "PriceClass_100"
  aliases             = [for name in ["www", ""] : trimprefix("${name}.portal.example.nhs.uk", ".")]
  web_acl_id          = null

  dynamic "origin" {
    for_each = { for origin in var.origins : origin.id => origin }
    content {
      origin_id                = origin.key
      domain_name              = origin.value.domain
      origin_path              = origin.value.path
      origin_access_control_id = origin.value.s3 ? aws_cloudfront_origin_access_control.site.id : null
      dynamic "custom_origin_config" {
        for_each = origin.value.s3 ? [] : [origin.value]
        content {
          http_port              = 80
          https_port             = 443
          origin_protocol_policy = "https-only"
          origin_ssl_protocols   = ["TLSv1.2"]
        }
      }
      dynamic "custom_header" {
        for_each = origin.value.headers
        iterator = header
        content {
          name  = header.key
          value = "${origin.key}:${header.value}"
        }
      }
    }
  }
  default_cache_behavior {
    target_origin_id       = var.origins[0].id
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }
  dynamic "ordered_cache_behavior" {
    for_each = var.behaviours
    content {
      path_pattern           = ordered_cache_behavior.value.pattern
      target_origin_id       = ordered_cache_behavior.value.origin
      allowed_methods        = ordered_cache_behavior.value.methods
      cached_methods         = ["GET", "HEAD"]
      viewer_protocol_policy = ordered_cache_behavior.key == 0 ? "https-only" : "allow-all"
      cache_policy_id        = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
      compress               = ordered_cache_behavior.value.origin != "api"
    }
  }
  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["GB", "IM", "GG", "JE"]
    }
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
  custom_error_response {
    error_code         = 404
    response_code      = "200"
    response_page_path = "/index.html"
  }
}
