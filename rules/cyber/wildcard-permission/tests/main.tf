# ruleid: wildcard-permission
data "aws_iam_policy_document" "everything" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

# ruleid: wildcard-permission
data "aws_iam_policy_document" "service" {
  statement {
    sid       = "Read"
    actions   = ["logs:PutLogEvents"]
    resources = ["arn:aws:logs:eu-west-2:111122223333:*"]
  }
  statement {
    effect    = "Allow"
    actions   = ["s3:*", "sqs:SendMessage"]
    resources = ["*"]
  }
}

# In a policy of the key itself, "*" is that key.
# ok: wildcard-permission
data "aws_iam_policy_document" "key" {
  statement {
    effect    = "Allow"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

# ok: wildcard-permission
data "aws_iam_policy_document" "refusal" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

# ok: wildcard-permission
data "aws_iam_policy_document" "narrow" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::letters/*"]
  }
}

# open: wildcard-permission
data "aws_iam_policy_document" "unknown" {
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}

variable "actions" {
  type = list(string)
}
