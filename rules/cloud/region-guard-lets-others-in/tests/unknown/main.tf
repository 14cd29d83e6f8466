variable "regions" {
  type = list(string)
}

data "aws_iam_policy_document" "regions" {
  statement {
    sid       = "Regions"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = var.regions
    }
  }
}
