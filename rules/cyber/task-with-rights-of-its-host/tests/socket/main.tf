variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "socket" {
  family                = "agent"
  container_definitions = jsonencode([{ name = "agent", image = "agent:1" }])
  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock"
  }
  volume {
    name = "scratch"
  }
}
