# ruleid: weak-tls-at-the-edge
resource "aws_lb_listener" "old" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-2016-08"
}

# The provider's default is the old one.
# ruleid: weak-tls-at-the-edge
resource "aws_lb_listener" "default" {
  port     = 443
  protocol = "HTTPS"
}

# ok: weak-tls-at-the-edge
resource "aws_lb_listener" "new" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
}

# ruleid: weak-tls-at-the-edge
resource "aws_lb_listener" "named_new_but_old" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06"
}

# open: weak-tls-at-the-edge
resource "aws_lb_listener" "unknown" {
  port       = 443
  protocol   = "HTTPS"
  ssl_policy = var.policy
}

variable "policy" {}

# Plain HTTP is another rule's business.
# ok: weak-tls-at-the-edge
resource "aws_lb_listener" "http" {
  port     = 80
  protocol = "HTTP"
}

# ruleid: weak-tls-at-the-edge
resource "aws_cloudfront_distribution" "default_certificate" {
  enabled = true
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

# ok: weak-tls-at-the-edge
resource "aws_cloudfront_distribution" "web" {
  enabled = true
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

# ruleid: weak-tls-at-the-edge
resource "aws_api_gateway_domain_name" "old" {
  security_policy = "TLS_1_0"
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_linux_web_app" "old" {
  site_config {
    minimum_tls_version = "1.1"
  }
}

# ok: weak-tls-at-the-edge
resource "azurerm_linux_web_app" "web" {
  site_config {}
}
