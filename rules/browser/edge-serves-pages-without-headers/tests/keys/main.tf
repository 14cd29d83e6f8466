resource "aws_cloudfront_distribution" "public_signing_keys" {
  enabled             = true
  default_root_object = "index.html"
  origin {
    domain_name = "keys.example.org"
    origin_id   = "keys"
  }
  default_cache_behavior {
    target_origin_id       = "keys"
    viewer_protocol_policy = "redirect-to-https"
  }
}
