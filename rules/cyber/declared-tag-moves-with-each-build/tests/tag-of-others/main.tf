resource "aws_ecr_repository" "api" {
  name = "wards-api"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    { name = "c0", image = "ghcr.io/trust/wards-api:stable" },
  ])
}
