# review: sign-in-session-of-days
resource "aws_lb_listener" "default" {
  port     = 443
  protocol = "HTTPS"
  default_action {
    type = "authenticate-oidc"
    authenticate_oidc {
      issuer = "https://identity.example.nhs.uk"
    }
  }
}

# review: sign-in-session-of-days
resource "aws_lb_listener_rule" "week" {
  listener_arn = aws_lb_listener.default.arn
  action {
    type = "authenticate-cognito"
    authenticate_cognito {
      user_pool_domain = "staff"
      session_timeout  = 604800
    }
  }
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/a/1"
  }
}

# ok: sign-in-session-of-days
resource "aws_lb_listener_rule" "shift" {
  listener_arn = aws_lb_listener.default.arn
  action {
    type = "authenticate-oidc"
    authenticate_oidc {
      issuer          = "https://identity.example.nhs.uk"
      session_timeout = 28800
    }
  }
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/a/1"
  }
}

# ok: sign-in-session-of-days
resource "aws_lb_listener_rule" "forwarded" {
  listener_arn = aws_lb_listener.default.arn
  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/a/1"
  }
}

variable "session" {
  type = number
}

# open: sign-in-session-of-days
resource "aws_alb_listener" "configured" {
  port     = 443
  protocol = "HTTPS"
  default_action {
    type = "authenticate-cognito"
    authenticate_cognito {
      user_pool_domain = "staff"
      session_timeout  = var.session
    }
  }
}

# review: sign-in-session-of-days
resource "cloudflare_access_application" "month" {
  name             = "records"
  session_duration = "720h"
}

# review: sign-in-session-of-days
resource "cloudflare_zero_trust_access_application" "unsaid" {
  name = "records"
  type = "self_hosted"
}

# ok: sign-in-session-of-days
resource "cloudflare_zero_trust_access_application" "half_day" {
  name             = "records"
  session_duration = "12h"
}

# ok: sign-in-session-of-days
resource "cloudflare_zero_trust_access_application" "bookmark" {
  name             = "handbook"
  type             = "bookmark"
  session_duration = "720h"
}

# review: sign-in-session-of-days
resource "keycloak_realm" "days" {
  realm                    = "staff"
  sso_session_idle_timeout = "72h"
}

# ok: sign-in-session-of-days
resource "keycloak_realm" "minutes" {
  realm                    = "staff"
  sso_session_idle_timeout = "30m"
}

# ok: sign-in-session-of-days
resource "keycloak_realm" "unsaid" {
  realm = "patients"
}

# Two ways to sign in, of which one lasts.
# review: sign-in-session-of-days
resource "aws_lb_listener_rule" "two" {
  listener_arn = aws_lb_listener.default.arn
  action {
    type = "authenticate-oidc"
    authenticate_oidc {
      issuer          = "https://identity.example.nhs.uk"
      session_timeout = 28800
    }
  }
  action {
    type = "authenticate-cognito"
    authenticate_cognito {
      user_pool_domain = "staff"
    }
  }
}

# review: sign-in-session-of-days
resource "keycloak_realm" "in_minutes" {
  realm                    = "wards"
  sso_session_idle_timeout = "900m"
}

# ok: sign-in-session-of-days
resource "keycloak_realm" "in_seconds" {
  realm                    = "clinics"
  sso_session_idle_timeout = "1800s"
}

# review: sign-in-session-of-days
resource "cloudflare_zero_trust_access_application" "over_half_a_day" {
  name             = "letters"
  session_duration = "12h30m"
}

# review: sign-in-session-of-days
resource "cloudflare_zero_trust_access_application" "week" {
  name             = "archive"
  session_duration = "7d"
}

# review: sign-in-session-of-days
resource "keycloak_realm" "month" {
  realm                    = "archive"
  sso_session_idle_timeout = "30d"
}
