variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "memory" {
  family                = "wards"
  ipc_mode              = "host"
  container_definitions = jsonencode([{ name = "wards", image = "wards:1" }])
}
