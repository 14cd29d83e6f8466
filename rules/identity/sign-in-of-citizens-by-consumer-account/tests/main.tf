resource "aws_cognito_identity_provider" "google" {
  user_pool_id = aws_cognito_user_pool.patients.id
  # review: sign-in-of-citizens-by-consumer-account
  provider_name = "Google"
  # ok: sign-in-of-citizens-by-consumer-account
  attribute_mapping = { email = "email" }
}

resource "aws_cognito_identity_provider" "nhs_login" {
  # ok: sign-in-of-citizens-by-consumer-account
  provider_name = "NHSLogin"
}
