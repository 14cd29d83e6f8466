resource "aws_cloudfront_distribution" "booking" {
  enabled = true
  origin {
    domain_name = "booking.example.nhs.uk"
    origin_id   = "booking"
    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }
}

resource "aws_wafv2_web_acl" "booking" {
  name  = "booking"
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
}
