resource "google_monitoring_alert_policy" "none" {
  display_name = "errors"
}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({ source = ["aws.cloudwatch"], "detail-type" = ["CloudWatch Alarm State Change"] })
}
