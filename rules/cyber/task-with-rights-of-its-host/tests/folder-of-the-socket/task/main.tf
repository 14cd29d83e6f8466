variable "mounts" {
  type = map(string)
}

resource "aws_ecs_task_definition" "this" {
  family                = "agent"
  container_definitions = jsonencode([{ name = "agent", image = "agent:1" }])
  dynamic "volume" {
    for_each = var.mounts
    content {
      name      = volume.key
      host_path = volume.value
    }
  }
}
