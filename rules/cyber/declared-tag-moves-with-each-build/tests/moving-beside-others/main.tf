resource "aws_ecr_repository" "api" {
  name = "wards-api"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    { name = "c0", image = "public.ecr.aws/datadog/agent:7" },
    { name = "c1", image = "${aws_ecr_repository.api.repository_url}:main" },
  ])
}
