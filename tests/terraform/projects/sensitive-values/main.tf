variable "database_phrase" {
  type      = string
  default   = "mellow-giraffe-of-default"
  sensitive = true
}

variable "api_phrase" {
  type      = string
  sensitive = true
}

variable "service" {
  type = object({ name = string, port = number, phrase = string })
  default = {
    name   = "index"
    port   = 443
    phrase = "mellow-giraffe-of-map"
  }
  sensitive = true
}

locals {
  connection = "postgres://app:${var.database_phrase}@db.internal/index"
  settings   = { host = "db.internal", phrase = var.api_phrase, nested = { deep = [var.api_phrase, "plain"] } }
  literal    = sensitive("mellow-giraffe-of-literal")
  size       = length(var.database_phrase)
  revealed   = nonsensitive(var.service.port)
}

module "child" {
  source = "./child"
  phrase = "mellow-giraffe-of-module"
  host   = local.settings.host
}

resource "aws_ssm_parameter" "connection" {
  name  = "/index/connection"
  type  = "SecureString"
  value = local.connection
}

resource "aws_sqs_queue" "tagged" {
  name = "tagged"
  tags = {
    Host    = local.settings.host
    Hash    = sha256(var.api_phrase)
    Deep    = local.settings.nested.deep[1]
    Literal = local.literal
    Size    = local.size
  }
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::111122223333:role/app"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  filename      = "app.zip"
  environment {
    variables = {
      HOST   = local.settings.host
      PHRASE = local.settings.phrase
    }
  }
}

resource "aws_db_instance" "main" {
  identifier          = "index"
  engine              = "mysql"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "app"
  password            = var.database_phrase
  skip_final_snapshot = true
  port                = local.revealed
}

resource "aws_ssm_parameter" "chosen" {
  name  = "/chosen"
  type  = var.service.port == 443 ? "String" : "StringList"
  value = module.child.host
  tags  = { Length = module.child.length, Phrase = module.child.phrase }
}

resource "terraform_data" "whole" {
  input = local.settings
}

output "connection" {
  value     = local.connection
  sensitive = true
}

output "host" { value = local.settings.host }
output "plain" {
  value     = "public but marked"
  sensitive = true
}
