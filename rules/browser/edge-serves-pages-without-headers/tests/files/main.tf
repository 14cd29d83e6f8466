resource "aws_cloudfront_distribution" "settings" {
  default_root_object = "index.html"
  origin {
    domain_name = "settings.s3.eu-west-2.amazonaws.com"
    origin_id   = "settings"
    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/ABC"
    }
  }
  default_cache_behavior {
    target_origin_id       = "settings"
    viewer_protocol_policy = "https-only"
  }
}
