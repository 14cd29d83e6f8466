variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "processes" {
  family                = "wards"
  pid_mode              = var.mode
  container_definitions = jsonencode([{ name = "wards", image = "wards:1" }])
}
