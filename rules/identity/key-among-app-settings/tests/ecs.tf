resource "aws_ecs_task_definition" "feed" {
  family = "feed"
  container_definitions = jsonencode([{
    name  = "feed"
    image = "example/feed:1"
    secrets = [
      # ruleid: key-among-app-settings
      { name = "AWS_SECRET_ACCESS_KEY", valueFrom = aws_ssm_parameter.key.arn },
      # ok: key-among-app-settings
      { name = "SESSION_KEY", valueFrom = aws_ssm_parameter.session.arn },
      {
        # ruleid: key-among-app-settings
        name      = "GOOGLE_CREDENTIALS"
        valueFrom = aws_ssm_parameter.google.arn
      },
    ]
  }])
}

# A variable of a pipeline has rules of its own.
# ok: key-among-app-settings
resource "circleci_environment_variable" "key" {
  name  = "AWS_SECRET_ACCESS_KEY"
  value = var.key
}
