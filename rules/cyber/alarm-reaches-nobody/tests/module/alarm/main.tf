variable "topics" {}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name    = "errors"
  alarm_actions = var.topics
}
