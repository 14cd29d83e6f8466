resource "aws_ecs_task_definition" "letters" {
  family = "letters"
  container_definitions = jsonencode([
    { name = "letters", image = "registry.example/letters:latest" },
    { name = "proxy", image = "registry.example/proxy:1.2.0" },
  ])
}
