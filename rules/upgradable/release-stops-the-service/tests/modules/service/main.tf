variable "least" {}

resource "aws_ecs_service" "this" {
  name                               = "service"
  # ruleid: release-stops-the-service
  deployment_minimum_healthy_percent = var.least
  load_balancer {
    target_group_arn = "arn"
    container_name   = "this"
    container_port   = 8080
  }
}
