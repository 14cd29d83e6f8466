resource "aws_lambda_function" "app_dev" {
  function_name = "app"
  tags = {
    Environment = "dev"
  }
}
