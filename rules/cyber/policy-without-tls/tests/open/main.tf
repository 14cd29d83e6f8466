variable "policy" {
  type = string
}

resource "aws_sns_topic_policy" "unknown" {
  arn    = "arn"
  policy = var.policy
}
