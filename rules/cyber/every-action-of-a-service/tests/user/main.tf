resource "aws_iam_user" "mail" {
  name = "mail"
}

resource "aws_iam_user_policy" "mail" {
  user   = aws_iam_user.mail.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:*"], Resource = "arn:aws:sqs:eu-west-2:999999999999:mail" }]
  })
}
