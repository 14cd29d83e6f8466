variable "name" {}
variable "public" { default = true }
variable "backup_days" { default = 7 }
resource "aws_db_instance" "this" {
  identifier                  = var.name
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
  publicly_accessible         = var.public
  backup_retention_period     = var.backup_days
  skip_final_snapshot         = true
}
output "name" { value = aws_db_instance.this.identifier }
