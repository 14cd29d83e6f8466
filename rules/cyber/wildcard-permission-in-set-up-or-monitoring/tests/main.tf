data "aws_iam_policy_document" "deployment" {
  # review: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "letters" {
  # review: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["cloudwatch:*", "logs:*"]
    resources = ["*"]
  }
}

# Told by wildcard-permission.
data "aws_iam_policy_document" "records" {
  # ok: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "github_actions" {
  # ok: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["lambda:UpdateFunctionCode"]
    resources = ["arn:aws:lambda:eu-west-2:111122223333:function:letters"]
  }
  # ok: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["ssmmessages:*"]
    resources = ["*"]
  }
  # ok: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["ec2:*"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-2"]
    }
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "support" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  # review: wildcard-permission-in-set-up-or-monitoring
  inline_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

variable "actions" {
  type = list(string)
}

data "aws_iam_policy_document" "unknown" {
  # open: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}

# The grave part is told by wildcard-permission, for the whole policy.
data "aws_iam_policy_document" "both" {
  # ok: wildcard-permission-in-set-up-or-monitoring
  statement {
    actions   = ["cloudwatch:*", "kms:*"]
    resources = ["*"]
  }
}
