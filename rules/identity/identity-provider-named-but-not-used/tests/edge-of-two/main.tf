resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = "portal.s3.eu-west-2.amazonaws.com"
    custom_header {
      name  = "X-Issuer"
      value = "https://auth.login.nhs.uk"
    }
  }
}
