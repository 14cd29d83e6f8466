resource "aws_lb_listener" "staff" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/care/1"
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type = "authenticate-oidc"
    authenticate_oidc {
      issuer                 = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare"
      authorization_endpoint = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare/authorize"
      token_endpoint         = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare/access_token"
      user_info_endpoint     = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare/userinfo"
      client_id              = "care"
      client_secret          = var.secret
    }
  }
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/care/3"
  }
}

variable "secret" {
  type = string
}

resource "aws_ssm_parameter" "issuer" {
  name  = "issuer"
  type  = "String"
  value = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare"
}
