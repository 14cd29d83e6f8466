resource "aws_iam_user_login_profile" "someone" {
  user = "someone"
}

data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_iam_policy" "letters" {
  policy = jsonencode({ Statement = [] })
}
