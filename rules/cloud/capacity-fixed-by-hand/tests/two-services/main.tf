# The rule is about something else, whose name is not known here.
resource "aws_appautoscaling_target" "table" {
  service_namespace = "dynamodb"
  resource_id       = "table/records"
}

resource "aws_ecs_service" "api" {
  name = "api"
}

resource "aws_ecs_service" "letters" {
  name = "letters"
}
