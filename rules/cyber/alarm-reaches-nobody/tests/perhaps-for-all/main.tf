variable "account" {}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({
    "detail-type" = ["CloudWatch Alarm State Change"]
    account       = [var.account]
  })
}

resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name = "errors"
}
