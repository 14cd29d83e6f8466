resource "aws_sqs_queue" "own" {
  name = "own"
}
