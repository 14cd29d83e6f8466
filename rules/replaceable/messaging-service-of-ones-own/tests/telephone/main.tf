variable "protocol" {
  default = "sms"
}

resource "aws_sns_topic_subscription" "patient" {
  topic_arn = "arn:aws:sns:eu-west-2:123456789012:reminders"
  protocol  = var.protocol
  endpoint  = "+447700900000"
}
