resource "aws_sns_topic_policy" "alerts" {
  arn    = "arn:aws:sns:eu-west-2:111122223333:alerts"
  policy = <<-JSON
    {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*",
      "Condition": {"BoolIfExists": {"aws:SecureTransport": "False"}}}}
  JSON
}

resource "aws_sqs_queue" "letters" {
  name = "letters"
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Principal = "*", Action = "sqs:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = false } } }]
  })
}
