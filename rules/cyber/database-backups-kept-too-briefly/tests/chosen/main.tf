resource "aws_db_instance" "records" {
  engine                  = "postgres"
  backup_retention_period = 1
}

resource "aws_backup_selection" "all" {
  name    = "all"
  plan_id = "plan"
}
