variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "privileged" {
  family                = "wards"
  container_definitions = jsonencode([{ name = "wards", image = "wards:1", privileged = true }])
}
