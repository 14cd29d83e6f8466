resource "aws_lb" "web" {
  internal = false
}

resource "aws_lb" "inside" {
  internal = true
}

# ruleid: plain-http-at-the-edge
resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/web/1"
  }
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "secure" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type = "forward"
  }
}

# Not public: another control's business.
# ok: plain-http-at-the-edge
resource "aws_lb_listener" "inside" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

# open: plain-http-at-the-edge
resource "aws_lb_listener" "unknown" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = var.protocol
  default_action {
    type = "forward"
  }
}

variable "protocol" {}

# ruleid: plain-http-at-the-edge
resource "aws_cloudfront_distribution" "plain" {
  enabled = true
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "web"
  }
}

# ok: plain-http-at-the-edge
resource "aws_cloudfront_distribution" "web" {
  enabled = true
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
    target_origin_id       = "web"
  }
}

# ruleid: plain-http-at-the-edge
resource "azurerm_linux_web_app" "plain" {
  name = "plain"
}

# ok: plain-http-at-the-edge
resource "azurerm_windows_function_app" "api" {
  name       = "api"
  https_only = true
}

# ok: plain-http-at-the-edge
resource "azurerm_cdn_frontdoor_route" "web" {
  supported_protocols    = ["Https"]
  https_redirect_enabled = false
}

# A worker without an entry.
# ok: plain-http-at-the-edge
resource "azurerm_container_app" "worker" {
  name = "worker"
}

# ruleid: plain-http-at-the-edge
resource "google_compute_target_http_proxy" "web" {
  name = "web"
}

# ruleid: plain-http-at-the-edge
resource "aws_lb_listener" "refuses_by_default" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# The rule of the listener lets requests in after all.
resource "aws_lb_listener_rule" "lets_in" {
  listener_arn = aws_lb_listener.refuses_by_default.arn
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/web/1"
  }
  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "refuses" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Sends requests to another host, still over HTTP.
# ruleid: plain-http-at-the-edge
resource "aws_lb_listener" "redirect_to_http" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      host        = "new.ward.nhs.uk"
      status_code = "HTTP_302"
    }
  }
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "stream" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = "TLS"
  default_action {
    type = "forward"
  }
}

# ruleid: plain-http-at-the-edge
resource "aws_elb" "classic" {
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "HTTP"
  }
}

# ok: plain-http-at-the-edge
resource "aws_elb" "classic_secure" {
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = "https"
  }
}

# ok: plain-http-at-the-edge
resource "aws_elb" "classic_inside" {
  internal = true
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

# ruleid: plain-http-at-the-edge
resource "aws_cloudfront_distribution" "one_path_plain" {
  enabled = true
  default_cache_behavior {
    viewer_protocol_policy = "https-only"
    target_origin_id       = "web"
  }
  ordered_cache_behavior {
    path_pattern           = "/letters/*"
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "letters"
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_cdn_frontdoor_route" "redirects" {
  supported_protocols = ["Http", "Https"]
}

# ruleid: plain-http-at-the-edge
resource "azurerm_cdn_frontdoor_route" "both" {
  supported_protocols    = ["Http", "Https"]
  https_redirect_enabled = false
}

# ruleid: plain-http-at-the-edge
resource "azurerm_container_app" "plain" {
  name = "plain"
  ingress {
    external_enabled           = true
    allow_insecure_connections = true
    target_port                = 80
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_container_app" "web" {
  name = "web"
  ingress {
    external_enabled = true
    target_port      = 80
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_container_app" "inside" {
  name = "inside"
  ingress {
    external_enabled           = false
    allow_insecure_connections = true
    target_port                = 80
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_application_gateway" "redirects" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  http_listener {
    name     = "plain"
    protocol = "Http"
  }
  http_listener {
    name     = "secure"
    protocol = "Https"
  }
  request_routing_rule {
    name                        = "redirect"
    http_listener_name          = "plain"
    redirect_configuration_name = "to-https"
  }
  request_routing_rule {
    name               = "web"
    http_listener_name = "secure"
  }
}

# ruleid: plain-http-at-the-edge
resource "azurerm_application_gateway" "plain" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  http_listener {
    name     = "plain"
    protocol = "Http"
  }
  http_listener {
    name     = "secure"
    protocol = "Https"
  }
  request_routing_rule {
    name               = "web"
    http_listener_name = "plain"
  }
  request_routing_rule {
    name                        = "old-name"
    http_listener_name          = "secure"
    redirect_configuration_name = "to-new-name"
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_application_gateway" "redirects_by_path" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  http_listener {
    name     = "plain"
    protocol = "Http"
  }
  request_routing_rule {
    name               = "redirect"
    http_listener_name = "plain"
    url_path_map_name  = "to-https"
  }
  url_path_map {
    name                               = "web"
    default_backend_address_pool_name  = "web"
    default_backend_http_settings_name = "web"
  }
  url_path_map {
    name                                = "to-https"
    default_redirect_configuration_name = "to-https"
  }
}

# ruleid: plain-http-at-the-edge
resource "azurerm_application_gateway" "plain_by_path" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  http_listener {
    name     = "plain"
    protocol = "Http"
  }
  request_routing_rule {
    name               = "web"
    http_listener_name = "plain"
    url_path_map_name  = "web"
  }
  url_path_map {
    name                               = "web"
    default_backend_address_pool_name  = "web"
    default_backend_http_settings_name = "web"
  }
  url_path_map {
    name                                = "other"
    default_redirect_configuration_name = "to-https"
  }
}

# ok: plain-http-at-the-edge
resource "azurerm_application_gateway" "inside" {
  frontend_ip_configuration {
    name      = "private"
    subnet_id = "subnet"
  }
  http_listener {
    name     = "plain"
    protocol = "Http"
  }
  request_routing_rule {
    name               = "web"
    http_listener_name = "plain"
  }
}

# ok: plain-http-at-the-edge
resource "google_compute_target_http_proxy" "redirects" {
  name    = "redirects"
  url_map = google_compute_url_map.redirect.id
}

resource "google_compute_url_map" "redirect" {
  name = "redirect"
  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}

# ruleid: plain-http-at-the-edge
resource "google_compute_region_target_http_proxy" "moves" {
  name    = "moves"
  url_map = google_compute_url_map.moves.id
}

resource "google_compute_url_map" "moves" {
  name = "moves"
  default_url_redirect {
    host_redirect = "new.ward.nhs.uk"
    strip_query   = false
  }
}

# ok: plain-http-at-the-edge
resource "google_compute_target_https_proxy" "web" {
  name = "web"
}

# ok: plain-http-at-the-edge
resource "google_compute_region_target_http_proxy" "inside" {
  name = "inside"
}

resource "google_compute_forwarding_rule" "inside" {
  name                  = "inside"
  load_balancing_scheme = "INTERNAL_MANAGED"
  target                = google_compute_region_target_http_proxy.inside.id
}

# A function sends every request on; to where cannot be seen here.
# ok: plain-http-at-the-edge
resource "aws_cloudfront_distribution" "old_names_redirect" {
  enabled = true
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "none"
    lambda_function_association {
      event_type = "viewer-request"
      lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:redirect:1"
    }
  }
}

# ruleid: plain-http-at-the-edge
resource "aws_cloudfront_distribution" "with_headers" {
  enabled = true
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "web"
    function_association {
      event_type   = "viewer-response"
      function_arn = "arn:aws:cloudfront::111122223333:function/headers"
    }
  }
}

module "inside" {
  source   = "terraform-aws-modules/alb/aws"
  version  = "9.9.0"
  internal = true
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "of_a_module_inside" {
  load_balancer_arn = module.inside.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

module "outside" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.9.0"
}

# ruleid: plain-http-at-the-edge
resource "aws_lb_listener" "of_a_module_outside" {
  load_balancer_arn = module.outside.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

data "aws_lb" "shared" {
  name = "shared"
}

# Whether the balancer is an internal one is defined elsewhere.
# open: plain-http-at-the-edge
resource "aws_lb_listener" "of_a_shared_balancer" {
  load_balancer_arn = data.aws_lb.shared.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

variable "addresses" {}

# open: plain-http-at-the-edge
resource "google_compute_target_http_proxy" "of_another_map" {
  name    = "web"
  url_map = var.addresses
}

# Only a private endpoint leads to it.
# ok: plain-http-at-the-edge
resource "azurerm_linux_web_app" "inside" {
  name                          = "inside"
  public_network_access_enabled = false
}

# ok: plain-http-at-the-edge
resource "aws_lb_listener" "redirected_by_its_rule" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener_rule" "every_path" {
  listener_arn = aws_lb_listener.redirected_by_its_rule.arn
  priority     = 1
  action {
    type = "redirect"
    redirect {
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

# Switched off.
# ok: plain-http-at-the-edge
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
