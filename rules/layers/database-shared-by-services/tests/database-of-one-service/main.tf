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

data "archive_file" "orders_search" {
  type        = "zip"
  source_dir  = "${path.module}/services/orders"
  output_path = "orders_search.zip"
}

resource "aws_lambda_function" "orders_search" {
  function_name = "orders_search"
  role          = "arn:aws:iam::111122223333:role/orders_search"
  filename      = data.archive_file.orders_search.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  environment {
    variables = {
      DATABASE_URL = "postgresql://app:${var.password}@${aws_db_instance.records.address}:5432"
    }
  }
}

