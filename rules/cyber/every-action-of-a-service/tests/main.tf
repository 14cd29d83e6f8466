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

# One of several actions, of one that processes and not of who signs in.
data "aws_iam_policy_document" "letter_processor" {
  # ruleid: every-action-of-a-service
  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "s3:*"]
    resources = ["arn:aws:s3:::letters", "arn:aws:s3:::letters/*"]
  }
}

# That it is encrypted on the way narrows nothing.
data "aws_iam_policy_document" "transport" {
  # ruleid: every-action-of-a-service
  statement {
    actions   = ["S3:*"]
    resources = ["arn:aws:s3:::letters/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

# ok: every-action-of-a-service
data "aws_iam_policy_document" "prefixes" {
  statement {
    actions   = ["dynamodb:Get*", "dynamodb:BatchGet*", "kms:Decrypt"]
    resources = ["arn:aws:dynamodb:eu-west-2:999999999999:table/letters", "arn:aws:kms:eu-west-2:999999999999:key/0f"]
  }
}

# What it must not do.
data "aws_iam_policy_document" "kept_out" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::audit/*"]
  }
}

variable "actions" {
  type = list(string)
}

data "aws_iam_policy_document" "chosen" {
  # open: every-action-of-a-service
  statement {
    actions   = var.actions
    resources = ["arn:aws:s3:::letters/*"]
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

# A condition narrows it.
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
