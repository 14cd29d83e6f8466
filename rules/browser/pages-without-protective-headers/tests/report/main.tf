resource "aws_cloudfront_distribution" "web" {
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
  }
}
resource "azurerm_cdn_frontdoor_rule" "cache" {
  actions {
    response_header_action {
      header_action = "Overwrite"
      header_name   = "Cache-Control"
      value         = "no-store"
    }
  }
}
