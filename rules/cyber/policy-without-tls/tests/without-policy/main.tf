resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_sqs_queue" "letters" {
  name           = "letters"
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-2:111122223333:dead", maxReceiveCount = 3 })
}
