resource "aws_cloudwatch_metric_alarm" "off" {
  alarm_name      = "errors"
  alarm_actions   = ["arn:aws:sns:eu-west-2:1:on-call"]
  actions_enabled = false
}
