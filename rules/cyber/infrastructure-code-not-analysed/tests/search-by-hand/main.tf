resource "aws_sqs_queue" "letters" {
  name = "letters"
}
