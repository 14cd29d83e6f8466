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
