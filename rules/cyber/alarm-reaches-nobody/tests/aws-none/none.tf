resource "aws_cloudwatch_metric_alarm" "none" {
  alarm_name = "errors"
}
