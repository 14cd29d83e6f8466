resource "aws_iam_policy" "writes" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lambda:*"], Resource = "arn:aws:lambda:eu-west-2:999999999999:function:*" }]
  })
}
