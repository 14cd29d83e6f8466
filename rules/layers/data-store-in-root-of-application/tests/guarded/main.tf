resource "aws_ecs_service" "portal" {
  name            = "portal"
  task_definition = "portal"
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier  = "records"
  engine              = "docdb"
  deletion_protection = true
}

resource "aws_docdb_cluster" "referrals" {
  cluster_identifier = "referrals"
  engine     = "docdb"
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_dynamodb_table" "of_the_service" {
  name = "slots"
}
