resource "aws_dynamodb_table" "referrals" {
  name     = "referrals"
  hash_key = "id"
}

resource "aws_iam_role" "batch_processor" {
  name               = "batch_processor"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "batch_processor" {
  role = aws_iam_role.batch_processor.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.referrals.arn }]
  })
}

resource "aws_lambda_function" "batch_processor" {
  function_name = "batch_processor"
  role          = aws_iam_role.batch_processor.arn
  s3_bucket     = "packages"
  s3_key        = "batch_processor.zip"
  handler       = "main.handler"
  runtime       = "python3.13"
}

resource "aws_iam_role" "ack_processor" {
  name               = "ack_processor"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "ack_processor" {
  role = aws_iam_role.ack_processor.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.referrals.arn }]
  })
}

resource "aws_lambda_function" "ack_processor" {
  function_name = "ack_processor"
  role          = aws_iam_role.ack_processor.arn
  s3_bucket     = "packages"
  s3_key        = "ack_processor.zip"
  handler       = "main.handler"
  runtime       = "python3.13"
}
