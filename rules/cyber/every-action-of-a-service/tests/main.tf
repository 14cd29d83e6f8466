data "aws_iam_policy_document" "letters" {
  # ruleid: every-action-of-a-service
  statement {
    actions   = ["dynamodb:*"]
    resources = ["arn:aws:dynamodb:eu-west-2:999999999999:table/letters"]
  }
}

# ok: every-action-of-a-service
data "aws_iam_policy_document" "reads" {
  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = ["arn:aws:dynamodb:eu-west-2:999999999999:table/letters"]
  }
}

# Those who set the store up may do everything with it.
data "aws_iam_policy_document" "github_deploy" {
  statement {
    actions   = ["dynamodb:*"]
    resources = ["arn:aws:dynamodb:eu-west-2:999999999999:table/letters"]
  }
}

# The policy of the bucket itself names who it is for.
data "aws_iam_policy_document" "bucket" {
  statement {
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::999999999999:role/letters"]
    }
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::letters/*"]
  }
}

# ok: every-action-of-a-service
data "aws_iam_policy_document" "narrowed" {
  statement {
    actions   = ["secretsmanager:*"]
    resources = ["arn:aws:secretsmanager:eu-west-2:999999999999:secret:letters-*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/service"
      values   = ["letters"]
    }
  }
}
