resource "aws_iam_role_policy" "everything" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    # ruleid: wildcard-permission-in-json
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "pipeline" {
  name = "pipeline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ruleid: wildcard-permission-in-json
      {
        Action = [
          "cloudfront:*",
          "s3:GetObject",
        ]
        Effect   = "Allow"
        Resource = ["*"]
        Sid      = "Deploy"
      },
    ]
  })
}

resource "aws_iam_policy" "narrow" {
  name   = "narrow"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [
      # ok: wildcard-permission-in-json
      {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"},
      # ok: wildcard-permission-in-json
      {"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-2:111122223333:letters"},
      # ok: wildcard-permission-in-json
      {"Effect": "Deny", "Action": "s3:*", "Resource": "*"},
      # ok: wildcard-permission-in-json
      {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}
  JSON
}
