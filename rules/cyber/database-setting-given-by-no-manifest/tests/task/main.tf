resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode([{ name = "api", image = "a/b:1", secrets = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:ssm:eu-west-2:999999999999:parameter/db" }] }])
}
