resource "aws_sqs_queue" "letters" {}
