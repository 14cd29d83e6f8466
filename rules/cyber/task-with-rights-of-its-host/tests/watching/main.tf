resource "aws_ecs_task_definition" "cadvisor" {
  family                = "cadvisor"
  container_definitions = jsonencode([{ name = "cadvisor", image = "cadvisor:1" }])
  volume {
    name      = "root"
    host_path = "/"
  }
}
