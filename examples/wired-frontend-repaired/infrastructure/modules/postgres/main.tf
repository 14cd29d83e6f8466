variable "identifier" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

resource "random_password" "this" {
  length  = 32
  special = false
}

resource "aws_db_subnet_group" "this" {
  name       = var.identifier
  subnet_ids = var.subnet_ids
}

resource "aws_kms_key" "this" {
  description         = "Records of ${var.identifier}"
  enable_key_rotation = true
}

resource "aws_db_instance" "this" {
  identifier                   = var.identifier
  engine                       = "postgres"
  engine_version               = "17"
  instance_class               = "db.m7g.large"
  allocated_storage            = 100
  db_name                      = "wards"
  username                     = "wards_service"
  password                     = random_password.this.result
  db_subnet_group_name         = aws_db_subnet_group.this.name
  multi_az                     = true
  storage_encrypted            = true
  kms_key_id                   = aws_kms_key.this.arn
  backup_retention_period      = 35
  deletion_protection          = true
  auto_minor_version_upgrade   = true
  publicly_accessible          = false
  copy_tags_to_snapshot        = true
  performance_insights_enabled = true

  lifecycle {
    prevent_destroy = true
  }

  tags = {
    "nhs.uk/layer" = "data"
  }
}

output "address" {
  value = aws_db_instance.this.address
}

output "username" {
  value = aws_db_instance.this.username
}

output "password" {
  value     = random_password.this.result
  sensitive = true
}
