provider "aws" {
  region = "eu-west-2"
}

variable "notify_url" {
  type = string
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"

  environment {
    variables = {
      NOTIFY_URL = var.notify_url
    }
  }
}
