resource "aws_lambda_function" "letters" {
  function_name = "letters"
  runtime       = "python3.13"
  handler       = "app.handler"
}
