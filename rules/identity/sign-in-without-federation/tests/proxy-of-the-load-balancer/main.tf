resource "aws_lb_listener" "letters" {
  port     = 443
  protocol = "HTTPS"

  default_action {
    type = "authenticate-oidc"
  }
}
