resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name = "errors"
}

resource "aws_cloudwatch_event_rule" "other" {
  event_pattern = jsonencode({ source = ["aws.ec2"] })
}

resource "azurerm_monitor_metric_alert" "none" {
  name = "errors"
}
