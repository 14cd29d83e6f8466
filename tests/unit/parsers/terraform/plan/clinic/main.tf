terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region                      = var.region
  access_key                  = "mock"
  secret_key                  = "mock"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  skip_region_validation      = true
  default_tags {
    tags = { Service = "appointments" }
  }
}

provider "aws" {
  alias                       = "north"
  region                      = "eu-north-1"
  access_key                  = "mock"
  secret_key                  = "mock"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "region" {
  type    = string
  default = "eu-west-2"
}

variable "database_password" {
  type      = string
  sensitive = true
  default   = "correct-horse-battery"
}

locals {
  stores = {
    letters = { public = false }
    leaflets = { public = true }
  }
  key = aws_kms_key.records.arn
}

resource "aws_kms_key" "records" {
  description         = "Records at rest"
  enable_key_rotation = true
}

module "store" {
  source   = "./modules/store"
  for_each = local.stores
  name     = "clinic-${each.key}"
  public   = each.value.public
  key      = local.key
}

module "database" {
  source   = "./modules/database"
  password = var.database_password
  key      = aws_kms_key.records.arn
  buckets  = [for store in module.store : store.arn]
}

resource "aws_security_group" "front" {
  name = "front"
  dynamic "ingress" {
    for_each = [443, 8443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_instance" "worker" {
  count                  = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.front.id]
  metadata_options {
    http_tokens = "required"
  }
  timeouts {
    create = "5m"
  }
  lifecycle {
    ignore_changes = [ami]
  }
  provisioner "local-exec" {
    command = "echo ${self.id}"
  }
}

resource "aws_eip" "worker" {
  count    = 2
  instance = aws_instance.worker[count.index].id
  tags     = { Name = "worker-${count.index}" }
}

resource "aws_sns_topic" "north" {
  provider = aws.north
  name     = "north"
}

output "database_address" {
  value = module.database.address
}

output "password" {
  value     = var.database_password
  sensitive = true
}
