resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name = "errors"
}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({ source = ["aws.cloudwatch"], "detail-type" = ["CloudWatch Alarm State Change"] })
}
