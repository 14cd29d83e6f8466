resource "aws_rds_cluster" "records" {
  engine                  = "aurora-postgresql"
  backup_retention_period = 1
}
