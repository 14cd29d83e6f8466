resource "aws_cognito_identity_provider" "cis2" {
  provider_type = "OIDC"
}
