terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
  backend "local" {}
}

provider "aws" {
  region                      = "eu-west-2"
  access_key                  = "mock"
  secret_key                  = "mock"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "admin_ports" {
  type    = list(number)
  default = [22, 3389]
}

variable "token" {
  type      = string
  sensitive = true
  default   = "staple-of-the-battery"
}

resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = false
}

resource "aws_s3_bucket" "records" {
  for_each      = toset(["letters", "scans"])
  bucket        = "surgery-${each.key}"
  force_destroy = each.key == "scans"
  tags          = { DataClass = "patient" }
}

resource "aws_s3_bucket_public_access_block" "records" {
  for_each                = aws_s3_bucket.records
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = each.key == "letters"
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "scans" {
  bucket = aws_s3_bucket.records["scans"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:*"
      Resource  = aws_s3_bucket.records["scans"].arn
    }]
  })
}

resource "aws_security_group" "worker" {
  name = "worker"
  dynamic "ingress" {
    for_each = var.admin_ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.front.id]
  }
}

resource "aws_security_group" "front" {
  name = "front"
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "worker" {
  count                  = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.worker.id]
  user_data              = "export TOKEN=${var.token}"
  metadata_options {
    http_tokens = "optional"
  }
  root_block_device {
    encrypted  = false
    kms_key_id = aws_kms_key.records.arn
  }
  timeouts {
    create = "5m"
  }
  provisioner "remote-exec" {
    inline = ["sudo systemctl restart app"]
  }
}

resource "aws_db_instance" "main" {
  identifier              = "surgery"
  allocated_storage       = 20
  engine                  = "mysql"
  engine_version          = "5.7"
  instance_class          = "db.t3.small"
  username                = "app"
  password                = "battery-of-the-horse"
  publicly_accessible     = true
  backup_retention_period = 0
  skip_final_snapshot     = true
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_dynamodb_table" "visits" {
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "nhs_number"
  attribute {
    name = "nhs_number"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.records.arn
  }
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = aws_iam_role.letters.arn
  runtime       = "python3.8"
  handler       = "app.handler"
  filename      = "app.zip"
  environment {
    variables = {
      TABLE = aws_dynamodb_table.visits.name
      TOKEN = var.token
      STAGE = "live"
    }
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "everything" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "letters" {
  role   = aws_iam_role.letters.id
  policy = data.aws_iam_policy_document.everything.json
}

resource "aws_ecr_repository" "api" {
  name                 = "api"
  image_tag_mutability = "MUTABLE"
}

resource "aws_api_gateway_rest_api" "api" {
  name = "appointments"
}

resource "aws_api_gateway_resource" "visits" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "visits"
}

resource "aws_api_gateway_method" "visits" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.visits.id
  http_method   = "GET"
  authorization = "NONE"
}

output "table" {
  value = aws_dynamodb_table.visits.name
}

output "token" {
  value     = var.token
  sensitive = true
}
