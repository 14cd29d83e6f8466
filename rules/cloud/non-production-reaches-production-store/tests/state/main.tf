resource "aws_iam_role" "import" {
  name               = "import-dev"
  assume_role_policy = "{}"
  tags               = { Environment = "dev" }
}
resource "aws_iam_role_policy" "import" {
  role = aws_iam_role.import.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:Query"], Resource = "arn:aws:dynamodb:eu-west-2:111122223333:table/prod-tfstate-lock" }]
  })
}
resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = aws_iam_role.import.arn
  environment {
    variables = { TABLE = "referrals" }
  }
  tags = { Environment = "dev" }
}
