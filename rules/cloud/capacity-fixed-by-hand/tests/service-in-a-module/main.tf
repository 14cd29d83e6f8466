module "service" {
  source = "./service"
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/api"
  min_capacity       = 2
  max_capacity       = 12
}

# Scaling of the service says nothing of the table.
resource "aws_dynamodb_table" "letters" {
  name           = "letters"
  read_capacity  = 20
  write_capacity = 20
}
