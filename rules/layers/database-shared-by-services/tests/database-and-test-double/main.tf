variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "records" {
  identifier = "records"
  engine     = "postgres"
}

data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/services/orders"
  output_path = "orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = data.archive_file.orders.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  environment {
    variables = {
      DATABASE_URL = "postgresql://app:${var.password}@${aws_db_instance.records.address}:5432"
    }
  }
}

data "archive_file" "mock_billing" {
  type        = "zip"
  source_dir  = "${path.module}/services/mock_billing"
  output_path = "mock_billing.zip"
}

resource "aws_lambda_function" "mock_billing" {
  function_name = "mock_billing"
  role          = "arn:aws:iam::111122223333:role/mock_billing"
  filename      = data.archive_file.mock_billing.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  environment {
    variables = {
      DATABASE_URL = "postgresql://app:${var.password}@${aws_db_instance.records.address}:5432"
    }
  }
}

