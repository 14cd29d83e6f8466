resource "aws_lambda_function" "api" {
  function_name = "api"

  environment {
    variables = {
      # ruleid: connection-setting-without-tls
      DB_SSL_MODE = "disable"
    }
  }
}
