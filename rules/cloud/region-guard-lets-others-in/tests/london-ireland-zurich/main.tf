data "aws_iam_policy_document" "regions" {
  statement {
    sid       = "Regions"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringNotLike"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-2", "eu-west-1", "eu-central-2"]
    }
  }
}
