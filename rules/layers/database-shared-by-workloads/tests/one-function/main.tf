resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
}

resource "aws_iam_role" "search" {
  name               = "search"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "search" {
  role = aws_iam_role.search.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.referrals.arn }]
  })
}

resource "aws_lambda_function" "search" {
  function_name = "search"
  role          = aws_iam_role.search.arn
  s3_bucket     = "packages"
  s3_key        = "search.zip"
  handler       = "main.handler"
  runtime       = "python3.13"
}
