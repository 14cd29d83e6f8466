variable "trusted_accounts" {
  type    = list(string)
  default = ["111122223333", "444455556666"]
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
  dynamic "statement" {
    for_each = length(var.trusted_accounts) > 0 ? [1] : []
    content {
      sid     = "Partners"
      actions = ["sts:AssumeRole", "sts:TagSession"]
      principals {
        type        = "AWS"
        identifiers = formatlist("arn:aws:iam::%s:root", var.trusted_accounts)
      }
      condition {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = ["referrals"]
      }
    }
  }
}

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Read"
    actions   = ["s3:ListBucket", "s3:GetObject"]
    resources = ["arn:aws:s3:::records/*", "arn:aws:s3:::records"]
  }
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::records/*"]
  }
}

data "aws_iam_policy_document" "stricter" {
  statement {
    sid       = "Write"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "joined" {
  policy_id                 = "Joined"
  source_policy_documents   = [data.aws_iam_policy_document.base.json, ""]
  override_policy_documents = [data.aws_iam_policy_document.stricter.json]

  statement {
    sid           = "KeepOut"
    effect        = "Deny"
    not_actions   = ["kms:Decrypt"]
    not_resources = ["arn:aws:kms:eu-west-2:111122223333:key/*"]
    not_principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [false]
    }
  }
}

resource "aws_iam_role" "worker" {
  name                 = "worker"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  max_session_duration = "3600"
}

resource "aws_iam_policy" "joined" {
  name   = "joined"
  policy = data.aws_iam_policy_document.joined.json
}

resource "aws_iam_role_policy" "inline" {
  name = "inline"
  role = aws_iam_role.worker.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for action in ["sqs:SendMessage", "sqs:ReceiveMessage"] : {
        Effect   = "Allow"
        Action   = action
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_policy" "with_unknown" {
  name = "with-unknown"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = [aws_kms_key.data.arn] }]
  })
}

resource "aws_kms_key" "data" {
  policy = <<POLICY
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Root", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
      "Principal": {"AWS": "arn:aws:iam::${var.trusted_accounts[0]}:root"}
    }
  ]
}
POLICY
}

resource "aws_s3_bucket" "records" {
  bucket = "records"
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.bucket
  policy = data.aws_iam_policy_document.bucket.json
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "TLSOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [for suffix in ["", "/*"] : "arn:aws:s3:::${aws_s3_bucket.records.bucket}${suffix}"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "odd_json" {
  queue_url = "https://sqs.eu-west-2.amazonaws.com/111122223333/jobs"
  policy    = jsonencode(jsondecode(file("${path.module}/queue-policy.json")))
}
