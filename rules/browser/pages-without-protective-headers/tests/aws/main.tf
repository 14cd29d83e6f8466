resource "aws_cloudfront_response_headers_policy" "web" {
  name = "web"
}
