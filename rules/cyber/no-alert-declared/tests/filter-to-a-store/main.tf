resource "aws_lambda_function" "keep" {
  function_name = "keep-logs"
}

resource "aws_cloudwatch_log_subscription_filter" "all" {
  name            = "all-logs"
  log_group_name  = "/letters"
  filter_pattern  = ""
  destination_arn = aws_lambda_function.keep.arn
}
