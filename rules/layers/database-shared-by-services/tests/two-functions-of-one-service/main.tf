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

resource "aws_iam_role" "orders_search" {
  name               = "orders_search"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "orders_search" {
  role = aws_iam_role.orders_search.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

data "archive_file" "orders_search" {
  type        = "zip"
  source_dir  = "${path.module}/services/orders"
  output_path = "orders_search.zip"
}

resource "aws_lambda_function" "orders_search" {
  function_name = "orders_search"
  role          = aws_iam_role.orders_search.arn
  filename      = data.archive_file.orders_search.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
}

