resource "aws_lb" "origin" {
  name     = "origin"
  internal = false
}

resource "aws_lb_listener" "origin" {
  load_balancer_arn = aws_lb.origin.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}

resource "aws_cloudfront_distribution" "records" {
  enabled = true
  origin {
    domain_name = aws_lb.origin.dns_name
    origin_id   = "records"
  }
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
    target_origin_id       = "records"
  }
}
