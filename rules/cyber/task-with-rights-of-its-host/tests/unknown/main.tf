variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "unknown" {
  family                = "wards"
  container_definitions = var.containers
}
