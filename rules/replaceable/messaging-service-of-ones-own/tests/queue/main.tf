resource "aws_sns_topic_subscription" "worker" {
  topic_arn = "arn:aws:sns:eu-west-2:123456789012:letters"
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-west-2:123456789012:letters"
}
