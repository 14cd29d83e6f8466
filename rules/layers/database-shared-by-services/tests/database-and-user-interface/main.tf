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

data "archive_file" "billing" {
  type        = "zip"
  source_dir  = "${path.module}/services/billing"
  output_path = "billing.zip"
}

resource "aws_lambda_function" "billing" {
  function_name = "billing"
  role          = "arn:aws:iam::111122223333:role/billing"
  filename      = data.archive_file.billing.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  tags = {
    "nhs.uk/layer" = "presentation"
  }
  environment {
    variables = {
      DATABASE_URL = "postgresql://app:${var.password}@${aws_db_instance.records.address}:5432"
    }
  }
}

