variable "topics" {
  default = []
}

resource "aws_cloudwatch_composite_alarm" "emptied" {
  alarm_name    = "errors"
  alarm_rule    = "ALARM(a)"
  alarm_actions = var.topics
}
