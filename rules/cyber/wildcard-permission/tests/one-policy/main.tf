data "aws_iam_policy_document" "tester" {
  statement {
    actions   = ["sqs:*"]
    resources = ["*"]
  }

  statement {
    actions   = ["sns:*"]
    resources = ["*"]
  }
}
