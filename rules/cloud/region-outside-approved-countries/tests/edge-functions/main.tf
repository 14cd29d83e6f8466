provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
}

resource "aws_lambda_function" "headers" {
  provider      = aws.edge
  function_name = "headers"
  publish       = true
}

resource "aws_cloudwatch_log_group" "headers" {
  provider = aws.edge
  name     = "/aws/lambda/us-east-1.headers"
}
