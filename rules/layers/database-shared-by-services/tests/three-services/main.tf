resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.orders.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/services/orders"
  output_path = "orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  filename      = data.archive_file.orders.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
}

resource "aws_iam_role" "billing" {
  name               = "billing"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "billing" {
  role = aws_iam_role.billing.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

data "archive_file" "billing" {
  type        = "zip"
  source_dir  = "${path.module}/services/billing"
  output_path = "billing.zip"
}

resource "aws_lambda_function" "billing" {
  function_name = "billing"
  role          = aws_iam_role.billing.arn
  filename      = data.archive_file.billing.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
}

resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "letters" {
  role = aws_iam_role.letters.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

data "archive_file" "letters" {
  type        = "zip"
  source_dir  = "${path.module}/services/letters"
  output_path = "letters.zip"
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = aws_iam_role.letters.arn
  filename      = data.archive_file.letters.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
}

