locals {
  names = {
    dev  = "appt-dev"
    prod = "appointments"
  }
}

module "database" {
  source      = "../modules/database"
  name        = local.names[var.environment]
  public      = var.public
  backup_days = var.backup_days
}

resource "aws_security_group" "app" {
  name   = local.names[var.environment]
  vpc_id = "vpc-0a1b2c3d"
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = var.open_cidrs
  }
}

resource "aws_sns_topic" "alarm" {
  for_each = var.alarm_topics
  name     = "${each.key}-${each.value}"
}

output "endpoint" { value = "${module.database.name}.${var.environment}.internal" }
