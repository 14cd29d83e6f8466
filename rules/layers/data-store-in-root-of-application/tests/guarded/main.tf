resource "aws_ecs_service" "portal" {
  name            = "portal"
  task_definition = "portal"
}

resource "aws_rds_cluster" "records" {
  cluster_identifier  = "records"
  engine              = "aurora-postgresql"
  deletion_protection = true
}

resource "aws_db_instance" "referrals" {
  identifier = "referrals"
  engine     = "postgres"
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_dynamodb_table" "of_the_service" {
  name = "slots"
}
