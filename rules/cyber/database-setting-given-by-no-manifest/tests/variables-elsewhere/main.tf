variable "settings" {
  type = map(string)
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::999999999999:role/api"
  environment {
    variables = var.settings
  }
}

resource "aws_lambda_function" "jobs" {
  function_name = "jobs"
  role          = "arn:aws:iam::999999999999:role/api"
  environment {
    variables = { WARDS_HOST = "wards" }
  }
}
