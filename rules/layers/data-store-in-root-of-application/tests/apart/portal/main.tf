terraform {
  backend "s3" {
    key = "portal"
  }
}

resource "aws_ecs_service" "portal" {
  name            = "portal"
  task_definition = "portal"
}
