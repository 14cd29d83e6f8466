data "aws_iam_policy_document" "letters" {
  # review: records-action-on-every-resource
  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = ["*"]
  }

  # ok: records-action-on-every-resource
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.letters.arn, "${aws_dynamodb_table.letters.arn}/index/*"]
  }

  # ok: records-action-on-every-resource
  statement {
    actions   = ["ec2:DescribeInstances", "dynamodb:ListTables", "cloudwatch:PutMetricData", "s3:ListAllMyBuckets"]
    resources = ["*"]
  }

  # ok: records-action-on-every-resource
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.eu-west-2.amazonaws.com"]
    }
  }

  # ok: records-action-on-every-resource
  statement {
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }

  # open: records-action-on-every-resource
  statement {
    actions   = ["sns:Publish"]
    resources = [var.topic]
  }
}

variable "topic" {}

resource "aws_dynamodb_table" "letters" {
  name = "letters"
}

# The policy of a key: "*" is the key.
# ok: records-action-on-every-resource
data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

# A resource's own policy in JSON is no policy of a role.
# ok: records-action-on-every-resource
resource "aws_sns_topic_policy" "alarms" {
  arn    = var.topic
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "SNS:Publish", Resource = "*" }] })
}

resource "aws_iam_role_policy" "runner" {
  name = "runner"
  role = "runner"
  # review: records-action-on-every-resource
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }]
  })
}

# ok: records-action-on-every-resource
resource "aws_iam_role" "task" {
  name = "task"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

# A boundary grants nothing.
# ok: records-action-on-every-resource
data "aws_iam_policy_document" "permissions_boundary" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
