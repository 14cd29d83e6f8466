data "aws_iam_policy_document" "several_resources" {
  # review: records-action-on-every-resource
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = ["arn:aws:dynamodb:eu-west-2:999999999999:table/letters", "*"]
  }
}
