resource "aws_lambda_function" "worker" {
  function_name = "blood-test-results"
  role          = aws_iam_role.worker.arn
}

resource "aws_iam_role" "worker" {
  name               = "blood-test-results"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "worker" {
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::trust-records/*"] }]
  })
}
