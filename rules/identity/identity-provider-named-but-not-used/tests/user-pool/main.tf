resource "aws_cognito_user_pool" "citizens" {
  name = "citizens"
}

resource "aws_cognito_identity_provider" "nhs_login" {
  user_pool_id  = aws_cognito_user_pool.citizens.id
  provider_name = "nhs-login"
  provider_type = "OIDC"
  provider_details = {
    authorize_scopes = "openid profile"
    client_id        = "care"
    oidc_issuer      = "https://auth.login.nhs.uk"
  }
}

resource "aws_ssm_parameter" "issuer" {
  name  = "issuer"
  type  = "String"
  value = "https://auth.login.nhs.uk"
}
