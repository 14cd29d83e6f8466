variable "containers" {}

variable "mode" {
  default = "host"
}

# ok: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "plain" {
  family                = "wards"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "wards", image = "wards:1", privileged = false }])
  volume {
    name      = "logs"
    host_path = "/var/log"
  }
}

# ok: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "fargate" {
  family                   = "wards"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = var.containers
}
