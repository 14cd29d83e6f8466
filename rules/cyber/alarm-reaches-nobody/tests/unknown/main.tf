variable "topics" {
  type = list(string)
}

resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name    = "errors"
  alarm_actions = var.topics
}
