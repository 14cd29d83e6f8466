variable "days" {
  type    = number
  default = 7
}
variable "zone" { default = "a" }

locals {
  name  = "base"
  other = "kept"
}

resource "aws_s3_bucket" "data" {
  bucket        = "data-${local.name}"
  force_destroy = false
  tags          = { From = "main", Only = "main" }
}

resource "aws_security_group" "web" {
  name   = "web-${local.other}"
  vpc_id = "vpc-0a1b2c3d"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_sqs_queue" "jobs" {
  name                      = "jobs"
  message_retention_seconds = var.days * 86400
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags]
  }
}

module "topic" {
  source = "./topic"
  name   = "base-topic"
  kms    = "alias/base"
}

output "zone" { value = var.zone }
