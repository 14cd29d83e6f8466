resource "aws_lambda_function" "letters" {
  function_name = "letters"
}

resource "aws_cloudwatch_metric_alarm" "letters" {
  alarm_name = "letters"
}
