resource "aws_lambda_function" "letters" {
  function_name = "letters"
}
