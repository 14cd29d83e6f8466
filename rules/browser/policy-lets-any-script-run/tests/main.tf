resource "aws_cloudfront_response_headers_policy" "web" {
  security_headers_config {
    content_security_policy {
      # ruleid: policy-lets-any-script-run
      content_security_policy = "default-src 'self' 'unsafe-inline'; img-src 'self'"
    }
  }
}
resource "aws_cloudfront_response_headers_policy" "kept" {
  security_headers_config {
    content_security_policy {
      # ok: policy-lets-any-script-run
      content_security_policy = "default-src 'self' 'unsafe-inline'; script-src 'self'"
    }
  }
}
