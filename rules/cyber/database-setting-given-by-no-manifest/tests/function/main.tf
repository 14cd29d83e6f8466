resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::999999999999:role/api"
  environment {
    variables = { WARDS_HOST = "wards" }
  }
}
