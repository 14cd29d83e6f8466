data "aws_iam_policy_document" "several_resources" {
  # ruleid: wildcard-permission
  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::letters", "*"]
  }
}
