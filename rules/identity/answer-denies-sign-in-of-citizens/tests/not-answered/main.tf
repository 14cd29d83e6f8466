resource "aws_lambda_function" "portal" {
  function_name = "portal"
  runtime       = "python3.13"
  environment {
    variables = {
      ISSUER = "https://auth.login.nhs.uk/"
    }
  }
}
