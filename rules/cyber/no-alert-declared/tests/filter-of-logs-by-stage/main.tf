variable "stage" {}

resource "aws_lambda_function" "tell" {
  function_name = "tell-the-channel"
}

resource "aws_cloudwatch_log_subscription_filter" "failed" {
  name            = "${var.stage}-alert-on-failure"
  log_group_name  = "/letters"
  filter_pattern  = "\"letters failed\""
  destination_arn = aws_lambda_function.tell.arn
}
