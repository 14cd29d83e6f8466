variable "password" {
  type      = string
  sensitive = true
}

variable "key" {
  type = string
}

variable "buckets" {
  type = list(string)
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["rds.amazonaws.com"]
    }
  }
}

resource "aws_db_instance" "main" {
  identifier              = "appointments"
  allocated_storage       = 20
  engine                  = "postgres"
  engine_version          = "16.3"
  instance_class          = "db.t4g.small"
  username                = "app"
  password                = var.password
  storage_encrypted       = true
  kms_key_id              = var.key
  publicly_accessible     = true
  backup_retention_period = 0
  skip_final_snapshot     = true
}

resource "aws_iam_role" "export" {
  name               = "export"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "export" {
  role = aws_iam_role.export.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_ssm_parameter" "dsn" {
  name  = "/appointments/dsn"
  type  = "SecureString"
  value = "postgres://app:${var.password}@${aws_db_instance.main.address}/app"
  tags  = { Buckets = length(var.buckets) }
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name        = "api"
    image       = "registry.example.nhs.uk/api:1.4.2"
    environment = [{ name = "PGPASSWORD", value = var.password }, { name = "STAGE", value = "live" }]
  }])
}

output "address" {
  value = aws_db_instance.main.address
}
