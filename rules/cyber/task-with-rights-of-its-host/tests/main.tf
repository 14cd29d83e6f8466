variable "containers" {}

variable "mode" {
  default = "host"
}

# ruleid: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "privileged" {
  family                = "wards"
  container_definitions = jsonencode([{ name = "wards", image = "wards:1", privileged = true }])
}

# ruleid: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "privileged_in_json" {
  family                = "wards"
  container_definitions = <<JSON
[{"name": "wards", "image": "wards:1", "privileged": true}]
JSON
}

# ruleid: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "processes" {
  family                = "wards"
  pid_mode              = var.mode
  container_definitions = jsonencode([{ name = "wards", image = "wards:1" }])
}

# ruleid: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "memory" {
  family                = "wards"
  ipc_mode              = "host"
  container_definitions = jsonencode([{ name = "wards", image = "wards:1" }])
}

# ruleid: task-with-rights-of-its-host
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

# open: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "unknown" {
  family                = "wards"
  container_definitions = var.containers
}
