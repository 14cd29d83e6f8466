data "aws_iam_policy_document" "everything" {
  # ruleid: wildcard-permission
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "service" {
  # ok: wildcard-permission
  statement {
    sid       = "Read"
    actions   = ["logs:PutLogEvents"]
    resources = ["arn:aws:logs:eu-west-2:111122223333:*"]
  }
  # ruleid: wildcard-permission
  statement {
    effect    = "Allow"
    actions   = ["S3:*", "sqs:SendMessage"]
    resources = ["*"]
  }
}

# In a policy of the key itself, "*" is that key.
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

data "aws_iam_policy_document" "refusal" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "narrow" {
  # ok: wildcard-permission
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::letters/*"]
  }
  # ok: wildcard-permission
  statement {
    actions   = ["ec2:*"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "ec2:ResourceTag/service"
      values   = ["letters"]
    }
  }
}

data "aws_iam_policy_document" "unknown" {
  # open: wildcard-permission
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}

variable "actions" {
  type = list(string)
}

resource "aws_iam_role_policy" "everything" {
  role = aws_iam_role.app.name
  # ruleid: wildcard-permission
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "heredoc" {
  name = "pipeline"
  # ok: wildcard-permission
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement":
      {"Effect": "Allow", "Action": ["cloudfront:*", "s3:GetObject"], "Resource": ["*"]}}
  JSON
}

# Parts that are only known after apply do not hide the rest.
resource "aws_iam_policy" "partly_known" {
  name = "partly-known"
  # ruleid: wildcard-permission
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = aws_s3_bucket.letters.arn },
      { Effect = "Allow", Action = ["dynamodb:*"], Resource = "*" },
    ]
  })
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_iam_policy" "narrow" {
  name = "narrow"
  # ok: wildcard-permission
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = "*" },
      { Effect = "Allow", Action = "sqs:*", Resource = "arn:aws:sqs:eu-west-2:111122223333:letters" },
      { Effect = "Deny", Action = "s3:*", Resource = "*" },
    ]
  })
}

# Judged where it is written, not again where it is attached.
resource "aws_iam_policy" "attached" {
  name   = "attached"
  policy = data.aws_iam_policy_document.everything.json
}

variable "policy" {
  type = string
}

resource "aws_iam_policy" "unknown" {
  name = "unknown"
  # open: wildcard-permission
  policy = var.policy
}

resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
  inline_policy {
    name = "inline"
    # ruleid: wildcard-permission
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:*", Resource = "*" }] })
  }
}

# "*" in a key's own policy is that key.
resource "aws_kms_key" "records" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::111122223333:root" } }]
  })
}

# What a pipeline may do is another question.
data "aws_iam_policy_document" "github_deployment" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "watching" {
  # ok: wildcard-permission
  statement {
    actions   = ["cloudwatch:*", "xray:*", "logs:*"]
    resources = ["*"]
  }
}

# There is no ARN for these.
data "aws_iam_policy_document" "vaults" {
  # ok: wildcard-permission
  statement {
    actions   = ["backup-storage:*", "ssmmessages:*"]
    resources = ["*"]
  }
  # ruleid: wildcard-permission
  statement {
    actions   = ["backup-storage:*", "backup:*"]
    resources = ["*"]
  }
}
