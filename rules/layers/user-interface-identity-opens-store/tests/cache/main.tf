resource "aws_dynamodb_table" "cache" {
  name         = "page-cache"
  hash_key     = "id"
}

resource "aws_iam_role" "portal" {
  name               = "portal"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "portal" {
  role = aws_iam_role.portal.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem"], Resource = aws_dynamodb_table.cache.arn }]
  })
}

resource "aws_lambda_function" "portal" {
  function_name = "portal"
  role          = aws_iam_role.portal.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  tags = {
    "nhs.uk/layer" = "presentation"
  }
}

