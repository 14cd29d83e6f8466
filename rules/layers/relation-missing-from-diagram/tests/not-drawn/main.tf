resource "aws_dynamodb_table" "slots" {
  name     = "slots"
  hash_key = "id"
}

resource "aws_dynamodb_table" "patients" {
  name     = "patients"
  hash_key = "id"
}

resource "aws_iam_role" "bookings" {
  name               = "bookings"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "bookings" {
  role   = aws_iam_role.bookings.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem"], Resource = aws_dynamodb_table.slots.arn }] })
}

resource "aws_lambda_function" "bookings" {
  function_name = "bookings"
  role          = aws_iam_role.bookings.arn
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"
}
