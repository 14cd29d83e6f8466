resource "aws_ecs_service" "portal" {
  name            = "portal"
  task_definition = "portal"
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier          = "records"
  engine              = "docdb"
  skip_final_snapshot = true
}
