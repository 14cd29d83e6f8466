resource "aws_iam_role_policy" "everything" {
  role = "app"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "pipeline" {
  name = "pipeline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
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
