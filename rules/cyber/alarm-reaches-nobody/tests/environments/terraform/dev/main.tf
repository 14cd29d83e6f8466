resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name = "errors"
}
