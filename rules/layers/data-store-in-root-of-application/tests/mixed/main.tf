resource "aws_ecs_service" "portal" {
  name            = "portal"
  task_definition = "portal"
}

resource "aws_db_instance" "records" {
  identifier          = "records"
  engine              = "postgres"
  skip_final_snapshot = true
}
