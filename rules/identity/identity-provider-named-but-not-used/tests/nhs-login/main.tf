resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode([{ name = "api", image = "a/b:1", environment = [{ name = "ISSUER", value = "https://auth.login.nhs.uk" }] }])
}
