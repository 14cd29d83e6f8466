variable "fewest" {
  type = number
}

resource "aws_ecs_service" "api" {
  name          = "api"
  desired_count = var.fewest
}

resource "aws_ecs_service" "letters" {
  name          = "letters"
  desired_count = var.fewest
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/${aws_ecs_service.api.name}"
  min_capacity       = var.fewest
  max_capacity       = 12
}
