resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
  filename      = "api.zip"
  handler       = "a.b"
  runtime       = "python3.13"
}
