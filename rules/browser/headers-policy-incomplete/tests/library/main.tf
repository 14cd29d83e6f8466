resource "aws_cloudfront_response_headers_policy" "pages" {
  security_headers_config {
    content_type_options { override = true }
    frame_options {
      frame_option = "DENY"
      override     = true
    }
  }
}
