variable "account" {}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({
    "detail-type" = ["CloudWatch Alarm State Change"]
    account       = [var.account]
  })
}

resource "google_monitoring_alert_policy" "one" {
  display_name = "errors"
}
