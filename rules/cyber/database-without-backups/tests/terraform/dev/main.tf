resource "aws_db_instance" "trial" {
  engine                  = "postgres"
  backup_retention_period = 0
}
