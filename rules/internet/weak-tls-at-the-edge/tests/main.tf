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
resource "aws_lb" "inside" {
  internal = true
}

# Not public: another control's business.
# ok: weak-tls-at-the-edge
resource "aws_lb_listener" "inside" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 5671
  protocol          = "TLS"
}

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

# ok: weak-tls-at-the-edge
resource "aws_api_gateway_domain_name" "api" {
  domain_name = "api.ward.nhs.uk"
}

# ok: weak-tls-at-the-edge
resource "aws_api_gateway_domain_name" "newest" {
  domain_name     = "api.ward.nhs.uk"
  security_policy = "SecurityPolicy_TLS13_1_2_2021_06"
}

# ok: weak-tls-at-the-edge
resource "aws_apigatewayv2_domain_name" "api" {
  domain_name_configuration {
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

# ruleid: weak-tls-at-the-edge
resource "aws_apigatewayv2_domain_name" "old" {
  domain_name_configuration {
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_0"
  }
}

# ok: weak-tls-at-the-edge
resource "aws_lb_listener" "forward_secrecy" {
  port       = 443
  protocol   = "TLS"
  ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10"
}

# ruleid: weak-tls-at-the-edge
resource "aws_lb_listener" "forward_secrecy_alone" {
  port       = 443
  protocol   = "TLS"
  ssl_policy = "ELBSecurityPolicy-FS-2018-06"
}

# ruleid: weak-tls-at-the-edge
resource "google_compute_ssl_policy" "default" {
  name    = "default"
  profile = "MODERN"
}

# ok: weak-tls-at-the-edge
resource "google_compute_ssl_policy" "modern" {
  name            = "modern"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}

# The provider's own policy begins with TLS 1.0.
# ruleid: weak-tls-at-the-edge
resource "google_compute_target_https_proxy" "default" {
  name = "default"
}

# ok: weak-tls-at-the-edge
resource "google_compute_target_https_proxy" "web" {
  name       = "web"
  ssl_policy = google_compute_ssl_policy.modern.id
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_application_gateway" "old" {
  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20170401"
  }
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_application_gateway" "own_choice" {
  ssl_policy {
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_1"
  }
}

# ok: weak-tls-at-the-edge
resource "azurerm_application_gateway" "new" {
  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }
}

# What it accepts by default has changed with time.
# ok: weak-tls-at-the-edge
resource "azurerm_application_gateway" "unsaid" {
  name = "unsaid"
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_api_management" "old" {
  security {
    enable_frontend_tls10 = true
    enable_backend_ssl30  = false
  }
}

# ok: weak-tls-at-the-edge
resource "azurerm_api_management" "new" {
  security {
    frontend_tls10_enabled = false
    enable_backend_ssl30   = false
  }
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_cdn_frontdoor_custom_domain" "old" {
  tls {
    certificate_type    = "ManagedCertificate"
    minimum_tls_version = "TLS10"
  }
}

# ok: weak-tls-at-the-edge
resource "azurerm_cdn_frontdoor_custom_domain" "web" {
  tls {
    certificate_type = "ManagedCertificate"
  }
}

# ruleid: weak-tls-at-the-edge
resource "azurerm_app_service" "old" {
  site_config {
    min_tls_version = "1.0"
  }
}

# ok: weak-tls-at-the-edge
resource "google_compute_region_target_https_proxy" "inside" {
  name = "inside"
}

resource "google_compute_forwarding_rule" "inside" {
  name                  = "inside"
  load_balancing_scheme = "INTERNAL_MANAGED"
  target                = google_compute_region_target_https_proxy.inside.id
}

module "inside" {
  source   = "terraform-aws-modules/alb/aws"
  version  = "9.9.0"
  internal = true
}

# ok: weak-tls-at-the-edge
resource "aws_lb_listener" "of_a_module_inside" {
  load_balancer_arn = module.inside.arn
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type = "forward"
  }
}

module "outside" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.9.0"
}

# ruleid: weak-tls-at-the-edge
resource "aws_lb_listener" "of_a_module_outside" {
  load_balancer_arn = module.outside.arn
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type = "forward"
  }
}

# ok: weak-tls-at-the-edge
resource "azurerm_application_gateway" "old_name_but_tls_1_2" {
  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20170401S"
  }
}

data "aws_lb" "shared" {
  name = "shared"
}

# Whether the balancer is an internal one is defined elsewhere.
# open: weak-tls-at-the-edge
resource "aws_lb_listener" "of_a_shared_balancer" {
  load_balancer_arn = data.aws_lb.shared.arn
  port              = 443
  protocol          = "HTTPS"
}

# Only a private endpoint leads to it.
# ok: weak-tls-at-the-edge
resource "azurerm_linux_web_app" "inside" {
  name                          = "inside"
  public_network_access_enabled = false
  site_config {
    minimum_tls_version = "1.0"
  }
}

# Switched off.
# ok: weak-tls-at-the-edge
resource "aws_cloudfront_distribution" "switched_off" {
  enabled = false
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "web"
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1"
  }
}

# Its ciphers are those of TLS 1.2.
# ok: weak-tls-at-the-edge
resource "google_compute_ssl_policy" "restricted" {
  name    = "restricted"
  profile = "RESTRICTED"
}
